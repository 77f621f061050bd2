namespace Hemvag.Web;

/// <summary>
/// How much a request may bring. Pages that take a file say so with
/// <c>[RequestSizeLimit(UploadLimits.UploadBytes)]</c> and
/// <c>[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]</c>.
/// </summary>
internal static class UploadLimits
{
    /// <summary>Every other request: 256 KB.</summary>
    public const int FormBytes = 256 * 1024;

    /// <summary>A file of 25 MB with its form: 26 MB.</summary>
    public const long UploadBytes = 26 * 1024 * 1024;
}
