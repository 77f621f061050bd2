namespace Hemvag.Modules.Helpline.Counting;

/// <summary>One table of counts, ready to be shown.</summary>
/// <param name="Rows">Name and figure; null where it is hidden.</param>
internal sealed record CountTable(string Title, IReadOnlyList<(string Name, int? Count)> Rows, int? Total)
{
    /// <param name="kinds">Every line of the table, those with nothing too.</param>
    /// <param name="own">
    /// What the reader has before their eyes row by row anyway. What is hidden is decided without it, so that taking it away from the figures
    /// tells nothing of the others.
    /// </param>
    public static CountTable Of<T>(string title, IReadOnlyList<T> kinds, IEnumerable<T> others, IEnumerable<T> own, Func<T, string> name)
        where T : notnull => Of(title, kinds, others, own, name, SmallCells.Of);

    /// <summary>
    /// The months that can no longer change. Each is shown or hidden by itself, since another stands beside it next month; the sum of the year is
    /// shown once the year is finished, where nothing hidden follows from it.
    /// </summary>
    public static CountTable OfMonths(string title, CountedYear year, IEnumerable<int> others, IEnumerable<int> own)
    {
        var table = Of(title, year.Months, others, own, year.NameOf, SmallCells.OneByOne);
        return year.IsFinished ? table : table with { Total = null };
    }

    private static CountTable Of<T>(
        string title,
        IReadOnlyList<T> kinds,
        IEnumerable<T> others,
        IEnumerable<T> own,
        Func<T, string> name,
        Func<IReadOnlyList<int>, ShownCounts> hide
    )
        where T : notnull
    {
        var theirs = others.CountBy(f => f).ToDictionary(f => f.Key, f => f.Value);
        var mine = own.CountBy(f => f).ToDictionary(f => f.Key, f => f.Value);
        var shown = hide([.. kinds.Select(k => theirs.GetValueOrDefault(k))]);
        var cells = kinds.Zip(shown.Cells, (kind, cell) => (name(kind), cell + mine.GetValueOrDefault(kind)));
        return new CountTable(title, [.. cells], shown.Total + kinds.Sum(k => mine.GetValueOrDefault(k)));
    }
}
