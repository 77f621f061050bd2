namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Nobody is supported twice (förordningen 2008:778, 4 §): the same person in two rows of one file is found before anything is entered.</summary>
internal static class PersonsTwice
{
    public static void Mark(IReadOnlyList<ReadRow> rows)
    {
        MarkBy(rows, r => Plain(r[CashColumn.DocumentNumber]), CashColumn.DocumentNumber);
        MarkBy(rows, NameAndDay, CashColumn.GivenNames);
    }

    // Each names the other, since either may be the wrong one.
    private static void MarkBy(IReadOnlyList<ReadRow> rows, Func<ReadRow, string> key, CashColumn column)
    {
        foreach (var same in rows.Where(r => key(r).Length > 0).GroupBy(key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = same.First();
            first.Add(RowFaultKind.PersonTwice, column, same.ElementAt(1).Number);
            foreach (var row in same.Skip(1).Where(r => r.Faults.All(f => f.Kind != RowFaultKind.PersonTwice)))
            {
                row.Add(RowFaultKind.PersonTwice, column, first.Number);
            }
        }
    }

    private static string NameAndDay(ReadRow row) =>
        row[CashColumn.BirthDate].Length == 0 || row[CashColumn.FamilyName].Length == 0
            ? ""
            : $"{Plain(row[CashColumn.GivenNames])}|{Plain(row[CashColumn.FamilyName])}|{RowWords.ReadDay(row[CashColumn.BirthDate]):O}";

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
