namespace Hemvag.Modules.Helpline.Counting;

/// <summary>A row of figures as it may be shown.</summary>
/// <param name="Cells">Null where a figure is hidden.</param>
/// <param name="Total">Null when all of it is too little to be shown.</param>
internal sealed record ShownCounts(IReadOnlyList<int?> Cells, int? Total);

/// <summary>
/// Hides figures that are so small that they speak of single people (primary), and others with them, so that no hidden one follows from
/// the total (complementary). Neighbours are hidden in pairs, at an odd end three, zeros too: a pair could stand the other way round, so
/// that also who knows the rule can't tell. Which are hidden together depends on their places and never on how large they are. Tables have
/// one dimension, so that nothing follows from crossing lines.
/// </summary>
internal static class SmallCells
{
    /// <summary>The smallest figure that is shown, zero aside (not from the seeds).</summary>
    public const int Least = 5;

    public static ShownCounts Of(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        if (!counts.Any(IsSmall))
        {
            return new ShownCounts([.. counts.Select(c => (int?)c)], total);
        }

        if (total < Least)
        {
            return new ShownCounts([.. counts.Select(_ => (int?)null)], null);
        }

        var hidden = HiddenPairs(counts);
        return new ShownCounts([.. counts.Select((c, i) => hidden[PairOf(i, counts.Count)] ? (int?)null : c)], total);
    }

    /// <summary>
    /// Each figure by itself, for a table that grows: what was shown once is shown for ever, whatever comes after it. The total is hidden where
    /// the hidden ones would follow from it: one alone, or all of them as small or as large as a hidden one can be.
    /// </summary>
    public static ShownCounts OneByOne(IReadOnlyList<int> counts)
    {
        var hidden = counts.Where(IsSmall).ToList();
        var behind = hidden.Sum();
        var nothingFollows = hidden.Count == 0 || (behind >= Least && behind > hidden.Count && behind < hidden.Count * (Least - 1));
        return new ShownCounts([.. counts.Select(c => IsSmall(c) ? (int?)null : c)], nothingFollows ? counts.Sum() : null);
    }

    private static bool IsSmall(int count) => count is > 0 and < Least;

    private static int PairOf(int cell, int cells) => Math.Min(cell / 2, Math.Max(1, cells / 2) - 1);

    private static bool[] HiddenPairs(IReadOnlyList<int> counts)
    {
        var hidden = new bool[Math.Max(1, counts.Count / 2)];
        foreach (var (cell, _) in counts.Index().Where(c => IsSmall(c.Item)))
        {
            hidden[PairOf(cell, counts.Count)] = true;
        }

        // What is hidden follows as a sum, and that is not to be small either.
        for (var next = Array.IndexOf(hidden, true); Behind(counts, hidden) < Least; next = (next + 1) % hidden.Length)
        {
            hidden[next] = true;
        }

        return hidden;
    }

    private static int Behind(IReadOnlyList<int> counts, bool[] hidden) => counts.Where((_, i) => hidden[PairOf(i, counts.Count)]).Sum();
}
