namespace Hemvag.Modules.Helpline.Counting;

/// <summary>A row of figures as it may be shown.</summary>
/// <param name="Cells">Null where a figure is hidden.</param>
/// <param name="Total">Null when all of it is too little to be shown.</param>
internal sealed record ShownCounts(IReadOnlyList<int?> Cells, int? Total);

/// <summary>
/// Hides figures that are so small that they speak of single people (primary), and as many more as it takes so that no hidden one follows
/// from the total (complementary). Which more are hidden depends on where the small ones stand and not on how large the others are: else
/// whoever knows the rule could tell the figures from the choice. Tables have one dimension, so that nothing follows from crossing lines.
/// </summary>
internal static class SmallCells
{
    /// <summary>The smallest figure that is shown, zero aside (not from the seeds).</summary>
    public const int Least = 5;

    public static ShownCounts Of(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        var hidden = counts.Select(c => c is > 0 and < Least).ToArray();
        var first = Array.IndexOf(hidden, true);
        if (first < 0)
        {
            return Shown(counts, hidden, total);
        }

        if (total < Least)
        {
            return Shown(counts, All(counts), null);
        }

        for (var step = 1; step < counts.Count && !IsSafe(counts, hidden); step++)
        {
            var at = (first + step) % counts.Count;
            hidden[at] |= counts[at] > 0;
        }

        if (IsSafe(counts, hidden))
        {
            return Shown(counts, hidden, total);
        }

        // Nothing but ones: where there is a zero, nobody knows which they are; where there is none, the sum would tell.
        return Shown(counts, All(counts), counts.Contains(0) ? total : null);
    }

    // As many as there are of them, each would be a one.
    private static bool IsSafe(IReadOnlyList<int> counts, bool[] hidden)
    {
        var behind = counts.Where((_, i) => hidden[i]).ToList();
        return behind.Count > 1 && behind.Sum() >= Least && behind.Sum() > behind.Count;
    }

    private static bool[] All(IReadOnlyList<int> counts) => [.. counts.Select(_ => true)];

    private static ShownCounts Shown(IReadOnlyList<int> counts, bool[] hidden, int? total) =>
        new([.. counts.Select((c, i) => hidden[i] ? (int?)null : c)], total);
}
