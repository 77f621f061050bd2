using System.Globalization;
using CsvHelper;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Writes files of decisions: the template, and the bad rows with what is wrong.</summary>
internal static class DecisionFile
{
    public const string ContentType = "text/csv";

    /// <summary>Of a file of bad rows: not read again when it is uploaded corrected.</summary>
    private static readonly (string Sv, string En)[] Added = [("rad_i_filen", "row_in_file"), ("vad_är_fel", "what_is_wrong")];

    public static bool IsAdded(string heading) =>
        Added.Any(a =>
            string.Equals(a.Sv, heading.Trim(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(a.En, heading.Trim(), StringComparison.OrdinalIgnoreCase)
        );

    public static byte[] Template(bool swedish) => Write([.. CashColumns.All.Select(c => CashColumns.Heading(c.Column, swedish))], []);

    /// <param name="rows">Number in the file, cells by our columns, what is wrong in words.</param>
    public static byte[] BadRows(bool swedish, IEnumerable<(int Number, IReadOnlyList<string> Cells, string Wrong)> rows) =>
        Write(
            [.. CashColumns.All.Select(c => CashColumns.Heading(c.Column, swedish)), .. Added.Select(a => swedish ? a.Sv : a.En)],
            rows.Select(r => (string[])[.. r.Cells, r.Number.ToString(CultureInfo.InvariantCulture), r.Wrong])
        );

    /// <summary>
    /// What a spreadsheet would take for a formula gets an apostrophe before it, which shows as none there and is taken away when the file is
    /// read again.
    /// </summary>
    public static string Unescaped(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    // With its mark, so that a spreadsheet reads the letters right.
    private static byte[] Write(string[] headings, IEnumerable<string[]> rows)
    {
        using var memory = new MemoryStream();
        var options = new CsvWriterOptions
        {
            Separator = ';',
            HasHeader = false,
            NewLine = "\r\n",
            WriteByteOrderMark = true,
            Injection = CsvInjection.Escape,
        };
        using (var writer = CsvWriter.Create(memory, options, leaveOpen: true))
        {
            writer.WriteRecord(headings);
            foreach (var row in rows)
            {
                writer.WriteRecord(row);
            }
        }

        return memory.ToArray();
    }
}
