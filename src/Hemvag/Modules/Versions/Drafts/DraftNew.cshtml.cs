using System.ComponentModel.DataAnnotations;
using System.Text;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>Uploads or pastes a version. One that does not hold together is told every error, and nothing of it is stored.</summary>
[ForRoles(Role.NationalCoordination)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
internal sealed class DraftNewModel(DraftDesk desk) : AccountPageModel
{
    /// <summary>1 MB: ten times the longest version there is.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Of the errors of one text.</summary>
    public const int MostShown = 100;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal sealed class Form
    {
        [MaxLength(MostBytes / 2)]
        public string? Content { get; set; }

        public IFormFile? File { get; set; }
    }

    internal Form Input { get; private set; } = new();

    /// <summary>A file was looked at, and what was pasted beside it stands in the form as it was.</summary>
    internal bool IsPastedKept { get; private set; }

    internal IReadOnlyList<ProgrammeFileError> Errors { get; private set; } = [];

    public void OnGet() { }

    /// <exception cref="RefusedException">DraftMissing, DraftNotUtf8, DraftInvalid.</exception>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        var content = await ContentAsync();
        if (string.IsNullOrWhiteSpace(content))
        {
            throw new RefusedException(VersionRefusals.DraftMissing, "Input.Content");
        }

        var reading = await desk.ReadAsync(content);
        if (reading.File is not { } file)
        {
            Errors = reading.Errors;
            throw new RefusedException(VersionRefusals.DraftInvalid, null, reading.Errors.Count);
        }

        return Redirect(VersionPlaces.Draft(await desk.UploadAsync(Me, OperationId, file)));
    }

    // Another encoding read as this one would lose letters unseen.
    private static string Read(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(VersionRefusals.DraftNotUtf8, "Input.File");
        }
    }

    // A file goes before what is pasted. It stands in the form from then on, unless that would take away what somebody has pasted.
    private async Task<string?> ContentAsync()
    {
        if (Input.File is not { Length: > 0 } file)
        {
            return Input.Content;
        }

        IsPastedKept = !string.IsNullOrWhiteSpace(Input.Content);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var content = Read(bytes.ToArray());
        if (!IsPastedKept)
        {
            Input.Content = content;
            ModelState.SetModelValue("Input.Content", content, content);
        }

        return content;
    }
}
