namespace Hemvag.Modules.Cases.Documents;

/// <summary>What may be attached: scans, photographs and PDF, known by their first bytes.</summary>
internal static class AllowedFileTypes
{
    private static readonly (byte[] Start, int Offset, string Type)[] Known =
    [
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ("ftypheic"u8.ToArray(), 4, "image/heic"),
        ([0x49, 0x49, 0x2A, 0x00], 0, "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "image/tiff"),
    ];

    /// <returns>The content type, or null for anything else.</returns>
    public static string? Recognise(ReadOnlySpan<byte> content)
    {
        foreach (var (start, offset, type) in Known)
        {
            if (content.Length >= offset + start.Length && content.Slice(offset, start.Length).SequenceEqual(start))
            {
                return type;
            }
        }

        return null;
    }
}
