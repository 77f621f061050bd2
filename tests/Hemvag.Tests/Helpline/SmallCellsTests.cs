using Hemvag.Modules.Helpline.Counting;
using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Helpline;

/// <summary>No figure below five is shown, and none follows from those that are.</summary>
public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(new[] { 0, 0, 0 }, "0 0 0 = 0")]
    [InlineData(new[] { 5, 0, 12 }, "5 0 12 = 17")]
    [InlineData(new[] { 3, 7, 12, 8 }, "- - 12 8 = 30")]
    [InlineData(new[] { 12, 8, 7, 3 }, "12 8 - - = 30")]
    [InlineData(new[] { 12, 8, 9, 7, 3 }, "12 8 - - - = 39")]
    [InlineData(new[] { 0, 3, 0, 0, 12, 9 }, "- - - - - - = 24")]
    [InlineData(new[] { 9, 9, 1, 1, 9, 9 }, "9 9 - - - - = 38")]
    [InlineData(new[] { 4, 5, 4, 5 }, "- - - - = 18")]
    [InlineData(new[] { 1, 0, 2 }, "- - - = -")]
    [InlineData(new[] { 4 }, "- = -")]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1 }, "- - - - - - = 6")]
    [InlineData(new int[0], " = 0")]
    public void Small_ones_are_hidden_with_as_many_more_as_it_takes(int[] counts, string expected) => Line(SmallCells.Of(counts)).ShouldBe(expected);

    private const int Most = 14;

    /// <summary>Whoever knows the rule tries every figure behind what is hidden: at least two are possible for each.</summary>
    [Fact]
    public void No_hidden_figure_follows_from_the_table_and_the_rule()
    {
        var tables = Enumerable.Range(2, 3).SelectMany(length => Tables(length, Most)).ToLookup(t => Line(SmallCells.Of(t)));
        foreach (var alike in tables)
        {
            var hidden = SmallCells.Of(alike.First()).Cells;
            for (var i = 0; i < hidden.Count; i++)
            {
                if (hidden[i] is null)
                {
                    // The largest figures of the trial are cut off from their alternatives above.
                    (alike.Select(t => t[i]).Distinct().Count() > 1 || alike.All(t => t.Max() == Most)).ShouldBeTrue($"{alike.Key}, {i}");
                }
            }
        }
    }

    [Fact]
    public void Nothing_small_is_ever_shown_and_what_is_shown_is_true() =>
        SeededRandom.Run(random =>
        {
            for (var run = 0; run < 2000; run++)
            {
                var counts = Enumerable.Range(0, random.Next(1, 15)).Select(_ => random.Next(3) == 0 ? 0 : random.Next(40)).ToArray();
                var shown = SmallCells.Of(counts);
                shown.Cells.ShouldAllBe(c => c == null || c == 0 || c >= SmallCells.Least);
                shown.Cells.Zip(counts).ShouldAllBe(c => c.First == null || c.First == c.Second);
                (shown.Total is null or 0 || shown.Total >= SmallCells.Least).ShouldBeTrue();
                if (shown.Total is not null && shown.Cells.Any(c => c is null))
                {
                    shown.Cells.Count(c => c is null).ShouldBeGreaterThan(1);
                    (shown.Total!.Value - shown.Cells.Sum(c => c ?? 0)).ShouldBeGreaterThanOrEqualTo(SmallCells.Least);
                }
            }
        });

    private static IEnumerable<int[]> Tables(int length, int most) =>
        length == 0
            ?
            [
                [],
            ]
            : Tables(length - 1, most).SelectMany(t => Enumerable.Range(0, most + 1).Select(n => (int[])[.. t, n]));

    private static string Line(ShownCounts shown) =>
        $"{string.Join(' ', shown.Cells.Select(c => c is { } n ? $"{n}" : "-"))} = {(shown.Total is { } total ? $"{total}" : "-")}";
}
