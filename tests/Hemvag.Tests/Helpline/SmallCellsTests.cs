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

    [Theory]
    [InlineData(new[] { 7, 0, 12 }, "7 0 12 = 19")]
    [InlineData(new[] { 7, 3, 12 }, "7 - 12 = -")]
    [InlineData(new[] { 4, 4, 12 }, "- - 12 = -")]
    [InlineData(new[] { 1, 1, 1, 1, 1 }, "- - - - - = -")]
    [InlineData(new[] { 2, 3, 12 }, "- - 12 = 17")]
    public void In_a_table_that_grows_each_stands_by_itself(int[] counts, string expected) => Line(SmallCells.OneByOne(counts)).ShouldBe(expected);

    /// <summary>The last day a call of a month can be logged is 31 days after its end.</summary>
    [Theory]
    [InlineData("2026-03-03", 0, false)]
    [InlineData("2026-03-04", 1, false)]
    [InlineData("2026-12-31", 10, false)]
    [InlineData("2027-01-31", 11, false)]
    [InlineData("2027-02-01", 12, true)]
    public void Only_months_that_no_longer_change_are_counted(string today, int months, bool finished)
    {
        var year = CountedYear.Of(2026, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))!;
        (year.Months.Count, year.IsFinished).ShouldBe((months, finished));
        var table = CountTable.OfMonths("", year, Enumerable.Repeat(1, 9), []);
        (table.Total is null).ShouldBe(!finished);
    }

    /// <summary>Whoever takes the own rows from the figures is left with what would be shown without them.</summary>
    [Fact]
    public void Own_rows_change_nothing_of_what_is_hidden()
    {
        int[] kinds = [1, 2, 3, 4];
        int[] others = [1, 1, 1, .. Enumerable.Repeat(2, 7), .. Enumerable.Repeat(3, 12), .. Enumerable.Repeat(4, 8)];
        int[] own = [.. Enumerable.Repeat(1, 9), 3];
        var shown = CountTable.Of("", kinds, others, own, k => $"{k}");
        shown.Rows.Select(r => r.Count).ShouldBe([null, null, 13, 8]);
        shown.Total.ShouldBe(40);
    }

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
