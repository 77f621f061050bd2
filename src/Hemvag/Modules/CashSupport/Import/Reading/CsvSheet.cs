using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>
/// A text file with a row on each line. Each line is read by itself: a quotation mark that is never closed spoils its own row and swallows
/// none of those that follow.
/// </summary>
internal static class CsvSheet
{
    private static readonly char[] Delimiters = [';', '\t', ','];

    /// <exception cref="RefusedException">TooManyRows.</exception>
    public static Sheet Read(string text, string field)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var delimiter = DelimiterOf(lines.FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? "");
        var rows = new List<SheetRow>();
        for (var i = 0; i < lines.Length; i++)
        {
            var row = RowOf(i + 1, lines[i], delimiter);
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

        return new Sheet(rows);
    }

    // The headings hold none of them but between each other.
    private static char DelimiterOf(string headings) => Delimiters.MaxBy(d => headings.Count(c => c == d));

    private static SheetRow RowOf(int number, string line, char delimiter)
    {
        if (line.Count(c => c == '"') % 2 != 0)
        {
            return new SheetRow(number, RowShape.BrokenQuotes, Split(line, delimiter));
        }

        var shape = RowShape.Whole;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => shape = RowShape.BrokenQuotes,
        };
        using var parser = new CsvParser(new StringReader(line), configuration);
        if (!parser.Read())
        {
            return new SheetRow(number, RowShape.Whole, []);
        }

        IReadOnlyList<SheetCell> cells = [.. parser.Record!.Select(c => new SheetCell(c))];
        return new SheetRow(number, shape, shape == RowShape.Whole ? cells : Split(line, delimiter));
    }

    // As it stands, for the one who corrects it.
    private static SheetCell[] Split(string line, char delimiter) => [.. line.Split(delimiter).Select(c => new SheetCell(c.Trim()))];
}
