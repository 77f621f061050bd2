using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>A row of the file by our columns.</summary>
/// <param name="Number">In the file, as a spreadsheet shows it.</param>
/// <param name="Cells">By <see cref="CashColumn"/>; a row whose shape is broken has what could be read.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults)
{
    public string this[CashColumn column] => Cells[(int)column];
}

/// <summary>The sheet of a file laid out by our columns: headings found in either language and any order, days written one way.</summary>
internal static class DecisionTable
{
    private static readonly DateOnly First1900 = new(1899, 12, 30);
    private static readonly DateOnly First1904 = new(1904, 1, 1);

    /// <exception cref="RefusedException">HeadingUnknown, HeadingTwice, HeadingsMissing.</exception>
    public static IReadOnlyList<TableRow> Read(SheetContent sheet, string field)
    {
        var columns = Headings(sheet.Rows[0], field);
        return [.. sheet.Rows.Skip(1).Select(r => Lay(r, columns, sheet.DaysFrom1904))];
    }

    // Null for a column that was added to a file of bad rows.
    private static List<CashColumn?> Headings(SheetRow headings, string field)
    {
        var found = new List<CashColumn?>();
        foreach (var heading in headings.Cells.Select(c => c.Text).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse())
        {
            var column = CashColumns.Find(heading);
            if (column is null && !DecisionFile.IsAdded(heading))
            {
                throw new RefusedException(CashImportRefusals.HeadingUnknown, field, found.Count + 1);
            }

            if (column is { } known && found.Contains(known))
            {
                throw new RefusedException(CashImportRefusals.HeadingTwice, field, Name(known));
            }

            found.Add(column);
        }

        var missing = CashColumns.All.Where(c => c.Required && !found.Contains(c.Column)).Select(c => Name(c.Column)).ToList();
        return missing.Count == 0 ? found : throw new RefusedException(CashImportRefusals.HeadingsMissing, field, string.Join(", ", missing));
    }

    private static string Name(CashColumn column) => CashColumns.Heading(column, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv");

    private static TableRow Lay(SheetRow row, List<CashColumn?> columns, bool from1904)
    {
        var cells = new string[CashColumns.All.Count];
        Array.Fill(cells, "");
        for (var i = 0; i < Math.Min(columns.Count, row.Cells.Count); i++)
        {
            if (columns[i] is { } column)
            {
                cells[(int)column] = Shortened(TextOf(row.Cells[i], column, from1904));
            }
        }

        return new TableRow(row.Number, cells, [.. FaultsOf(row, columns)]);
    }

    private static IEnumerable<RowFault> FaultsOf(SheetRow row, List<CashColumn?> columns)
    {
        if (row.Shape == RowShape.BrokenQuotes)
        {
            yield return new RowFault(RowFaultKind.BrokenQuotes);
        }
        else if (row.Shape == RowShape.CellError)
        {
            yield return new RowFault(RowFaultKind.CellError);
        }
        else if (row.Cells.Skip(columns.Count).Any(c => !string.IsNullOrWhiteSpace(c.Text)))
        {
            yield return new RowFault(RowFaultKind.TooManyCells);
        }
    }

    private static string TextOf(SheetCell cell, CashColumn column, bool from1904) =>
        cell.Number is { } number && CashColumns.Entry(column).Kind == CashColumnKind.Day && DayOf(number, from1904) is { } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : DecisionFile.Unescaped(TypedText.Clean(cell.Text).ReplaceLineEndings(" "));

    // 20260313 typed as a number is a day written out, no count of days.
    private static DateOnly? DayOf(decimal number, bool from1904) =>
        number is >= 61 and < 100_000 && number == Math.Truncate(number) ? (from1904 ? First1904 : First1900).AddDays((int)number) : null;

    // Longer than any column allows it stays too long, and one cell does not fill the row's place.
    private static string Shortened(string text) => text.Length <= SheetLimits.CellSigns ? text : text[..SheetLimits.CellSigns];
}
