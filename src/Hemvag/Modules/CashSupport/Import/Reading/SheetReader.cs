using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>Reads a file as rows of cells, by what it holds and not by its name.</summary>
internal static class SheetReader
{
    private static ReadOnlySpan<byte> ZipMark => "PK\x03\x04"u8;

    // The old format of Office; a workbook with a password is wrapped in it.
    private static ReadOnlySpan<byte> CompoundMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="field">Field of the form that a refusal is shown at.</param>
    /// <exception cref="RefusedException">One of <see cref="CashImportRefusals"/>: nothing of the file is taken.</exception>
    public static SheetContent Read(byte[] content, string field)
    {
        if (content.Length > SheetLimits.FileBytes)
        {
            throw new RefusedException(CashImportRefusals.FileTooLarge, field, SheetLimits.FileBytes / 1024 / 1024);
        }

        if (content.AsSpan().StartsWith(CompoundMark))
        {
            throw new RefusedException(CashImportRefusals.WorkbookProtected, field);
        }

        var sheet = content.AsSpan().StartsWith(ZipMark) ? XlsxSheet.Read(content, field) : CsvSheet.Read(CsvEncoding.Decode(content, field), field);
        return sheet.Rows.Count switch
        {
            <= 1 => throw new RefusedException(CashImportRefusals.NoRows, field),
            > SheetLimits.Rows + 1 => throw new RefusedException(CashImportRefusals.TooManyRows, field, SheetLimits.Rows),
            _ => sheet,
        };
    }
}
