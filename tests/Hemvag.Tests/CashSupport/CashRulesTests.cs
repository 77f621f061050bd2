using Hemvag.Data;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Amounts and ages of the ordinance (2008:778, 6 §), and the dated list of S4.18.</summary>
public sealed class CashRulesTests
{
    private static readonly ProgrammeVersion Version = ProgrammeCatalogue.LoadInstalled().Get("cash-support-2022");

    [Theory]
    [InlineData("A", "30000")]
    [InlineData("C", "15000")]
    [InlineData("AA", "30000 30000")]
    [InlineData("AAC", "30000 30000 15000")]
    [InlineData("AACC", "30000 30000 15000 0")]
    [InlineData("AAA", "30000 30000 15000")]
    [InlineData("ACCCC", "30000 15000 15000 15000 0")]
    public void The_proposal_fills_in_the_order_of_the_family(string family, string kronor) =>
        string.Join(' ', CashRules.ProposeMinor(Version.Entitlements, family.Select(c => c == 'A')).Select(minor => minor / 100)).ShouldBe(kronor);

    [Theory]
    [InlineData("A 30000", null)]
    [InlineData("A 30001", "AmountAboveMaximum")]
    [InlineData("C 15001", "AmountAboveMaximum")]
    [InlineData("A 0", "ShareMissing")]
    [InlineData("A -1", "ShareMissing")]
    [InlineData("A 20000 A 20000 C 10000 C 10000", null)]
    [InlineData("A 30000 A 30000 C 15000 C 0", null)]
    [InlineData("A 30000 A 30000 C 14999 C 0", "ShareMissing")]
    [InlineData("A 30000 A 30000 C 15000 C 1", "FamilyCeilingExceeded")]
    [InlineData("A 30000 A 30000 A 30000", "FamilyCeilingExceeded")]
    public void What_a_decision_may_grant(string family, string? refused)
    {
        var words = family.Split(' ').Chunk(2).Select(w => (w[0] == "A", long.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture) * 100));
        var check = () => CashRules.CheckAmounts(Version.Entitlements, [.. words]);
        if (refused is null)
        {
            check.ShouldNotThrow();
        }
        else
        {
            check.ShouldThrow<RefusedException>().Refusal.Name.ShouldBe(refused);
        }
    }

    [Theory]
    [InlineData("2008-05-05", "2026-05-05", true)]
    [InlineData("2008-05-06", "2026-05-05", false)]
    [InlineData("2008-02-29", "2026-02-28", true)]
    public void Age_counts_on_the_day_of_the_decision(string born, string decided, bool adult) =>
        CashRules.IsAdult(Day(born), Day(decided)).ShouldBe(adult);

    [Theory]
    [InlineData("IQ", "2022-01-01", true)]
    [InlineData("IQ", "2021-12-31", false)]
    [InlineData("CF", "2026-05-05", true)]
    [InlineData("AF", "2026-05-05", false)]
    [InlineData("SE", "2026-05-05", false)]
    public void The_list_is_the_one_of_the_day(string country, string decided, bool listed) =>
        CashRules.IsOnList(Version, country, Day(decided)).ShouldBe(listed);

    [Fact]
    public void The_nine_countries_of_the_seed() =>
        Version
            .Eligibility.Countries!.Select(c => c.Code)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["CD", "CF", "ET", "IQ", "NG", "PK", "SD", "SO", "SV"]);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
