using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>What a person attached, read once so that an operation can run again.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    /// <returns>Null when nothing was attached.</returns>
    /// <exception cref="RefusedException">FileTooLarge or FileEmpty, shown at <paramref name="field"/>.</exception>
    public static async Task<UploadedFile?> ReadAsync(IFormFile? form, string field)
    {
        if (form is null)
        {
            return null;
        }

        if (form.Length > FileCipher.MaxFileSize)
        {
            throw new RefusedException(CaseRefusals.FileTooLarge, field);
        }

        if (form.Length == 0)
        {
            throw new RefusedException(CaseRefusals.FileEmpty, field);
        }

        using var memory = new MemoryStream((int)form.Length);
        await form.CopyToAsync(memory);
        return new UploadedFile(CleanName(form.FileName), memory.ToArray());
    }

    private static string CleanName(string name)
    {
        var last = Path.GetFileName(name.Replace('\\', '/'));
        var kept = new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]);
        return kept.Length == 0 ? "file" : kept[..Math.Min(kept.Length, 120)];
    }
}
