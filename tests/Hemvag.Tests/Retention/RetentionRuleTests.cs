using Hemvag.Modules.Cases;
using Hemvag.Modules.Retention;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Retention;

public sealed class RetentionRuleTests
{
    [Fact]
    public void Every_way_of_closing_and_every_compartment_has_its_rule_once()
    {
        foreach (var ground in Enum.GetValues<ClosingGround>())
        {
            RetentionRule
                .All.Where(r => r.ClosedAs.Contains(ground))
                .SelectMany(r => r.Compartments)
                .ShouldBe(Compartments.Each(Compartments.All), ignoreOrder: true);
        }
    }

    [Fact]
    public void Every_rule_names_its_law_in_both_languages() =>
        RetentionRule.All.ShouldAllBe(r =>
            r.Source.Length > 0 && r.Ground.Sv.Length > 0 && r.Ground.En.Length > 0 && r.Name.Sv.Length > 0 && r.Name.En.Length > 0 && r.Months > 0
        );

    [Theory]
    [InlineData("case", "2026-03-01", "2026-05-10", "2031-05-11")]
    [InlineData("bank", "2026-03-01", "2026-05-10", "2034-01-01")]
    [InlineData("answered", "2026-03-01", "2026-03-01", "2027-03-02")]
    [InlineData("justice", "2026-03-01", "2026-05-10", "2029-05-11")]
    [InlineData("cash-paid", "2026-03-01", "2026-05-10", "2034-01-01")]
    [InlineData("cash-paid", "2026-12-31", "2027-01-02", "2034-01-01")]
    [InlineData("cash-unpaid", "2026-03-01", "2026-05-10", "2027-05-11")]
    public void It_may_be_erased_the_day_after_its_time(string rule, string closed, string last, string due) =>
        RetentionRule.Find(rule)!.DueOn(DateOnly.Parse(closed, null), DateOnly.Parse(last, null)).ShouldBe(DateOnly.Parse(due, null));
}
