using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Hemvag.Data;
using Workbook = DocumentFormat.OpenXml.Packaging.WorkbookPart;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>
/// A workbook: the values of its one filled sheet, nothing else. Formulas are not worked out, macros and links to elsewhere refused, and
/// it is looked at before it is unpacked, since a small file can hold a very large one.
/// </summary>
internal static class XlsxSheet
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = SheetLimits.UnpackedBytes,
    };

    /// <exception cref="RefusedException">WorkbookBroken, WorkbookTooLarge, WorkbookHasMacros, WorkbookHasLinks, WorkbookManySheets, TooManyRows.</exception>
    public static SheetContent Read(byte[] content, string field)
    {
        try
        {
            LookAtParts(content, field);
            using var memory = new MemoryStream(content, writable: false);
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = SheetLimits.UnpackedBytes };
            using var document = SpreadsheetDocument.Open(memory, isEditable: false, settings);
            return ReadWorkbook(document.WorkbookPart ?? throw new RefusedException(CashImportRefusals.WorkbookBroken, field), field);
        }
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or FileFormatException
                        or OpenXmlPackageException
                        or XmlException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or UriFormatException
                        or IOException
            )
        {
            // Whatever a broken or hostile package makes the libraries say: nothing of it is taken.
            throw new RefusedException(CashImportRefusals.WorkbookBroken, field);
        }
    }

    private static void LookAtParts(byte[] content, string field)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > SheetLimits.WorkbookParts || Unpacked(zip) > SheetLimits.UnpackedBytes)
        {
            throw new RefusedException(CashImportRefusals.WorkbookTooLarge, field);
        }

        if (zip.Entries.Any(e => Holds(e, "vbaProject") || Holds(e, "macrosheets") || Holds(e, "activeX") || Holds(e, "embeddings")))
        {
            throw new RefusedException(CashImportRefusals.WorkbookHasMacros, field);
        }

        if (zip.Entries.Any(e => Holds(e, "externalLinks") || Holds(e, "connections.xml") || Holds(e, "queryTables")))
        {
            throw new RefusedException(CashImportRefusals.WorkbookHasLinks, field);
        }

        if (zip.GetEntry("[Content_Types].xml") is null)
        {
            // Another kind of packed file.
            throw new RefusedException(CashImportRefusals.FileKindUnknown, field);
        }
    }

    // What the parts say of themselves can be wrong: they are unpacked once and counted, and no further than is allowed.
    private static long Unpacked(ZipArchive zip)
    {
        var total = 0L;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0 && total <= SheetLimits.UnpackedBytes; )
            {
                total += read;
            }
        }

        return total;
    }

    private static bool Holds(ZipArchiveEntry entry, string word) => entry.FullName.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static SheetContent ReadWorkbook(Workbook workbook, string field)
    {
        var shared = SharedStrings(workbook);
        List<SheetRow>? filled = null;
        foreach (var part in workbook.WorksheetParts)
        {
            if (ReadSheet(part, shared, field) is not { Count: > 0 } rows)
            {
                continue;
            }

            // Rows on a second sheet would be left behind unseen.
            filled = filled is null ? rows : throw new RefusedException(CashImportRefusals.WorkbookManySheets, field);
        }

        var from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        return new SheetContent(filled ?? [], from1904);
    }

    private static List<string> SharedStrings(Workbook workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(XlsxCells.TextsIn(reader));
            }
        }

        return texts;
    }

    private static List<SheetRow> ReadSheet(WorksheetPart part, List<string> shared, string field)
    {
        var rows = new List<SheetRow>();
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Settings);
        var number = 0;
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var row = RowOf(reader, ref number, shared);
            if (row.IsEmpty)
            {
                continue;
            }

            rows.Add(row);
            if (rows.Count > SheetLimits.Rows + 1)
            {
                throw new RefusedException(CashImportRefusals.TooManyRows, field, SheetLimits.Rows);
            }
        }

        return rows;
    }

    // Rows and cells that hold nothing may be missing, so each says where it stands; where it does not, it follows the one before. A cell is
    // read by itself and let go: one row can be as large as the whole sheet.
    private static SheetRow RowOf(XmlReader reader, ref int number, List<string> shared)
    {
        var before = number;
        number = reader.GetAttribute("r") is { } index ? int.Parse(index, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
        if (number <= before)
        {
            throw new FormatException("Rows out of order.");
        }

        var cells = new List<SheetCell>();
        var shape = RowShape.Whole;
        foreach (var name in XlsxCells.Inside(reader))
        {
            // What stands behind a cell too many is passed over, unread.
            if (name != "c" || cells.Count > SheetLimits.CellsOfRow)
            {
                continue;
            }

            var cell = XlsxCells.CellOf(reader);
            var at = cell.Reference is { } reference ? XlsxCells.ColumnOf(reference) : cells.Count;
            if (at < cells.Count || at >= 16_384)
            {
                throw new FormatException("Cells out of order.");
            }

            var value = XlsxCells.ValueOf(cell, shared);
            if (at < SheetLimits.CellsOfRow)
            {
                cells.AddRange(Enumerable.Repeat(new SheetCell(""), at - cells.Count));
                cells.Add(value ?? new SheetCell(cell.Value ?? ""));
                shape = value is null ? RowShape.CellError : shape;
            }
            else if (value is null or { Text.Length: > 0 })
            {
                // So far out there is nothing of ours; what stands there all the same makes the row one with too many cells.
                cells.AddRange(Enumerable.Repeat(new SheetCell(""), SheetLimits.CellsOfRow - cells.Count));
                cells.Add(new SheetCell("…"));
            }
        }

        return new SheetRow(number, shape, cells);
    }
}
