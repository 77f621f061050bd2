using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class EntitlementRulesTests
{
    [Theory]
    [InlineData("Subsistence", 900_00, 450_00)] // S1.65, S1.70
    [InlineData("Reintegration", 2_800_00, 1_400_00)] // S1.66, S1.70
    [InlineData("Health", 300_00, 150_00)] // S1.68, S1.70
    public void Ceilings_of_2018_are_those_of_the_seed(string category, long adult, long child)
    {
        var set = ProgrammeFiles.Amp2018().Entitlements;
        var which = Enum.Parse<EntitlementCategory>(category);

        EntitlementRules.AdultCeilingMinor(set, which).ShouldBe(adult);
        EntitlementRules.ChildCeilingMinor(set, which).ShouldBe(child);
    }

    [Fact]
    public void Totals_are_4000_and_half_of_it_and_housing_has_no_line()
    {
        var set = ProgrammeFiles.Amp2018().Entitlements;

        set.Currency.ShouldBe("USD");
        EntitlementRules.AdultTotalMinor(set).ShouldBe(4_000_00);
        EntitlementRules.ChildTotalMinor(set).ShouldBe(2_000_00);
        EntitlementRules.AdultCeilingMinor(set, EntitlementCategory.Housing).ShouldBeNull();
        set.ChildShare.ByDecision.ShouldBeTrue();
    }

    [Fact]
    public void Subsistence_is_six_instalments_of_150_and_the_child_gets_75()
    {
        var set = ProgrammeFiles.Amp2018().Entitlements;
        var line = EntitlementRules.Line(set, EntitlementCategory.Subsistence)!;

        EntitlementRules.AdultInstalmentsMinor(line).ShouldBe([150_00, 150_00, 150_00, 150_00, 150_00, 150_00]);
        EntitlementRules.ChildInstalmentsMinor(set, line).ShouldBe([75_00, 75_00, 75_00, 75_00, 75_00, 75_00]);
        line.Modes.ShouldBe([PaymentMode.CashAtOffice, PaymentMode.BankTransfer]);
    }

    [Fact]
    public void Grant_goes_to_providers_alone_and_health_also_against_receipt()
    {
        var set = ProgrammeFiles.Amp2018().Entitlements;

        EntitlementRules.Line(set, EntitlementCategory.Reintegration)!.Modes.ShouldBe([PaymentMode.DirectToProvider]);
        EntitlementRules
            .Line(set, EntitlementCategory.Health)!
            .Modes.ShouldBe([PaymentMode.DirectToProvider, PaymentMode.ReimbursementAgainstReceipt]);
        EntitlementRules.AdultInstalmentsMinor(EntitlementRules.Line(set, EntitlementCategory.Health)!).ShouldBeEmpty();
    }

    [Fact]
    public void Follow_up_is_at_least_six_months_and_two_years_are_only_an_option_of_our_own()
    {
        var followUp = ProgrammeFiles.Amp2018().FollowUp;

        followUp.Months.ShouldBe(6);
        followUp.AtLeast.ShouldBeTrue();
        followUp.Options.ShouldHaveSingleItem().Months.ShouldBe(24);
        followUp.Options[0].Source.ShouldBe(["not from the seeds"]);
    }
}
