using System.Text;
using CsvHelper;
using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>
/// A text file with a row on each line. A line break ends the row whatever stands before it: a quotation mark that is never closed spoils its
/// own row and swallows none of those that follow.
/// </summary>
internal static class CsvSheet
{
    private static readonly char[] Separators = [';', '\t', ','];

    /// <exception cref="RefusedException">TooManyRows.</exception>
    public static SheetContent Read(string text, string field)
    {
        var separator = SeparatorOf(text);
        var broken = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => broken.Add(record.LineNumber),
        };
        var rows = new List<SheetRow>();
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            var row = broken.Contains(reader.LineNumber)
                ? new SheetRow((int)reader.LineNumber, RowShape.BrokenQuotes, Split(Encoding.UTF8.GetString(reader.RawRecord), separator))
                : new SheetRow((int)reader.LineNumber, RowShape.Whole, CellsOf(reader));
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

        return new SheetContent(rows);
    }

    // The headings hold none of them but between each other.
    private static char SeparatorOf(string text)
    {
        var headings = text.AsSpan().TrimStart();
        var end = headings.IndexOfAny('\r', '\n');
        var line = (end < 0 ? headings : headings[..end]).ToString();
        return Separators.MaxBy(s => line.Count(c => c == s));
    }

    private static SheetCell[] CellsOf(CsvReader reader)
    {
        var cells = new SheetCell[Math.Min(reader.FieldCount, SheetLimits.CellsOfRow)];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new SheetCell(reader.GetString(i).Trim());
        }

        return cells;
    }

    // As it stands, for the one who corrects it.
    private static SheetCell[] Split(string line, char separator) =>
        [.. line.Split(separator).Take(SheetLimits.CellsOfRow).Select(c => new SheetCell(c.Trim(' ', '"')))];
}
