using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hemvag.Data;
using Workbook = DocumentFormat.OpenXml.Packaging.WorkbookPart;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>
/// A workbook: the values of its one filled sheet, nothing else. Formulas are not worked out, macros and links to elsewhere refused, and
/// it is looked at before it is unpacked, since a small file can hold a very large one.
/// </summary>
internal static class XlsxSheet
{
    /// <exception cref="RefusedException">WorkbookBroken, WorkbookTooLarge, WorkbookHasMacros, WorkbookHasLinks, WorkbookManySheets, TooManyRows.</exception>
    public static Sheet Read(byte[] content, string field)
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

    private static Sheet ReadWorkbook(Workbook workbook, string field)
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
        return new Sheet(filled ?? [], from1904);
    }

    private static List<string> SharedStrings(Workbook workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    // The plain text, or its runs in turn; how it is pronounced stands beside it and is no part of it.
    private static string TextOf(RstType item) =>
        item.GetFirstChild<Text>() is { } plain ? plain.Text : string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private static List<SheetRow> ReadSheet(WorksheetPart part, List<string> shared, string field)
    {
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = RowOf((Row)reader.LoadCurrentElement()!, ref number, shared);
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

    // Rows and cells that hold nothing may be missing, so each says where it stands; where it does not, it follows the one before.
    private static SheetRow RowOf(Row row, ref int number, List<string> shared)
    {
        number = row.RowIndex is { } index ? (int)index.Value : number + 1;
        var cells = new List<SheetCell>();
        var shape = RowShape.Whole;
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (at < cells.Count || at >= 16_384)
            {
                throw new FormatException("Cells out of order.");
            }

            var value = ValueOf(cell, shared);
            if (at >= SheetLimits.CellsOfRow)
            {
                // So far out there is nothing of ours; what stands there all the same makes the row one with too many cells.
                if (value is null or { Text.Length: > 0 })
                {
                    cells.AddRange(Enumerable.Repeat(new SheetCell(""), SheetLimits.CellsOfRow - cells.Count));
                    cells.Add(new SheetCell("…"));
                    break;
                }

                continue;
            }

            cells.AddRange(Enumerable.Repeat(new SheetCell(""), at - cells.Count));
            cells.Add(value ?? new SheetCell(cell.CellValue?.Text ?? ""));
            shape = value is null ? RowShape.CellError : shape;
        }

        return new SheetRow(number, shape, cells);
    }

    /// <returns>From 0.</returns>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = checked((column * 26) + letter - 'A' + 1);
        }

        return column > 0 ? column - 1 : throw new FormatException("A cell has no column.");
    }

    /// <returns>Null for an error, and for a formula that nothing has worked out.</returns>
    private static SheetCell? ValueOf(Cell cell, List<string> shared)
    {
        var type = cell.DataType?.Value ?? CellValues.Number;
        var raw = cell.CellValue?.Text;
        return type switch
        {
            CellValues.Error => null,
            CellValues.InlineString => new SheetCell((cell.InlineString is { } inline ? TextOf(inline) : "").Trim()),
            _ when raw is null => cell.CellFormula is null ? new SheetCell("") : null,
            CellValues.SharedString => new SheetCell(shared[int.Parse(raw, CultureInfo.InvariantCulture)].Trim()),
            CellValues.Number => NumberOf(raw),
            _ => new SheetCell(raw.Trim()),
        };
    }

    // 1.5E+4 is how a workbook may write 15000.
    private static SheetCell NumberOf(string raw)
    {
        if (raw.Length == 0)
        {
            return new SheetCell("");
        }

        var number = decimal.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new SheetCell(number.ToString("0.############", CultureInfo.InvariantCulture), number);
    }
}
