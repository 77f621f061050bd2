using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class EligibilityRuleTests
{
    [Theory] // S1.17 or S1.18, and S1.19
    [InlineData(false, false, false, false)]
    [InlineData(false, false, true, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, false, false)]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(true, true, true, true)]
    public void All_combinations(bool trafficking, bool prostitution, bool voluntary, bool eligible)
    {
        var met = new HashSet<string>();
        Add(met, trafficking, "trafficking");
        Add(met, prostitution, "prostitution");
        Add(met, voluntary, "voluntary-return");

        var outcome = EligibilityRule.Evaluate(ProgrammeFiles.Amp2018().Eligibility, met);

        outcome.Eligible.ShouldBe(eligible);
        outcome.Missing.Count.ShouldBe((trafficking || prostitution ? 0 : 1) + (voluntary ? 0 : 1));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var outcome = EligibilityRule.Evaluate(ProgrammeFiles.Amp2018().Eligibility, new HashSet<string> { "prostitution" });

        outcome.Missing.ShouldHaveSingleItem().AnyOf.ShouldBe(["voluntary-return"]);
    }

    [Fact]
    public void Unknown_criterion_is_refused()
    {
        var rule = ProgrammeFiles.Amp2018().Eligibility;

        Should.Throw<ArgumentException>(() => EligibilityRule.Evaluate(rule, new HashSet<string> { "nationality" }));
    }

    [Fact]
    public void Return_goes_home_or_to_a_third_country_with_a_permanent_permit() =>
        ProgrammeFiles.Amp2018().Eligibility.Destinations.ShouldBe([DestinationKind.HomeCountry, DestinationKind.ThirdCountryWithPermanentPermit]);

    private static void Add(HashSet<string> met, bool holds, string id)
    {
        if (holds)
        {
            met.Add(id);
        }
    }
}
