namespace Hemvag.Modules.Helpline.Counting;

/// <summary>One table of counts, ready to be shown.</summary>
/// <param name="Rows">Name and figure; null where it is hidden.</param>
internal sealed record CountTable(string Title, IReadOnlyList<(string Name, int? Count)> Rows, int? Total)
{
    /// <param name="kinds">Every line of the table, those with nothing too.</param>
    public static CountTable Of<T>(string title, IReadOnlyList<T> kinds, IEnumerable<T> found, Func<T, string> name)
        where T : notnull
    {
        var counts = found.CountBy(f => f).ToDictionary(f => f.Key, f => f.Value);
        var shown = SmallCells.Of([.. kinds.Select(k => counts.GetValueOrDefault(k))]);
        return new CountTable(title, [.. kinds.Select(name).Zip(shown.Cells)], shown.Total);
    }
}
