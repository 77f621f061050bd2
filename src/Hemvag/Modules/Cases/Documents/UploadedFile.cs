using Hemvag.Data;
using Hemvag.Sealing;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>What a person attached, read once so that an operation can run again.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    private const int LongestName = 110;

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
        var content = memory.ToArray();
        return new UploadedFile(NameOf(form.FileName, AllowedFileTypes.Recognise(content)), content);
    }

    /// <summary>What the sender called it, cleaned as all typed text is, with the ending of what it is: the sender's could start a program.</summary>
    /// <param name="type">Null for a type that is refused later.</param>
    private static string NameOf(string sent, string? type)
    {
        var last = Path.GetFileNameWithoutExtension(TypedText.Clean(sent).Replace('\\', '/'));
        var kept = new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).Trim(' ', '.');
        var name = kept.Length == 0 ? "file" : Shortened(kept);
        return name + EndingOf(type);
    }

    // Never through the middle of a character that takes two.
    private static string Shortened(string name) =>
        name.Length <= LongestName ? name
        : char.IsHighSurrogate(name[LongestName - 1]) ? name[..(LongestName - 1)]
        : name[..LongestName];

    private static string EndingOf(string? type) =>
        type switch
        {
            "application/pdf" => ".pdf",
            "image/jpeg" => ".jpg",
            "image/png" => ".png",
            "image/heic" => ".heic",
            "image/tiff" => ".tiff",
            _ => "",
        };
}
