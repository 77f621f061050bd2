using System.Text.Json;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

/// <summary>Every figure of the acceptance list, as <c>programmes --json</c> prints it. In whole USD.</summary>
public sealed class VersionFiguresTests
{
    [Theory]
    // S3.24–S3.28, S3.29
    [InlineData("amp-2014", "adult", "subsistence", 450)]
    [InlineData("amp-2014", "adult", "reintegration", 3000)]
    [InlineData("amp-2014", "adult", "health", 300)]
    [InlineData("amp-2014", "adult", "housing", 300)]
    [InlineData("amp-2014", "adult", "total", 4050)]
    [InlineData("amp-2014", "child", "subsistence", 225)]
    [InlineData("amp-2014", "child", "reintegration", 1500)]
    [InlineData("amp-2014", "child", "health", 150)]
    [InlineData("amp-2014", "child", "housing", 150)]
    [InlineData("amp-2014", "child", "total", 2025)]
    // S1.65–S1.70
    [InlineData("amp-2018", "adult", "subsistence", 900)]
    [InlineData("amp-2018", "adult", "reintegration", 2800)]
    [InlineData("amp-2018", "adult", "health", 300)]
    [InlineData("amp-2018", "adult", "total", 4000)]
    [InlineData("amp-2018", "child", "subsistence", 450)]
    [InlineData("amp-2018", "child", "reintegration", 1400)]
    [InlineData("amp-2018", "child", "health", 150)]
    [InlineData("amp-2018", "child", "total", 2000)]
    // S0 names no amounts: those of the version in force
    [InlineData("three-step-2016", "adult", "total", 4050)]
    [InlineData("three-step-2016", "child", "total", 2025)]
    [InlineData("avrrtipp-2012", "adult", "total", 0)]
    // The ordinance 2008:778, 6 §
    [InlineData("cash-support-2022", "adult", "cashSupport", 30000)]
    [InlineData("cash-support-2022", "child", "cashSupport", 15000)]
    [InlineData("cash-support-2022", "adult", "total", 30000)]
    public void The_amounts_are_those_of_the_seeds(string version, string who, string category, int amount) =>
        Row(version).GetProperty(who).GetProperty(category).GetInt32().ShouldBe(amount);

    [Theory]
    [InlineData("amp-2014", 3)] // S3.29
    [InlineData("amp-2018", 6)] // S1.71, S4.11
    [InlineData("three-step-2016", 3)] // S0.21
    public void The_follow_up_lasts_as_long_as_the_seeds_say(string version, int months) =>
        Row(version).GetProperty("followUpMonths").GetInt32().ShouldBe(months);

    [Fact]
    public void A_category_that_a_version_lacks_is_not_printed() =>
        Row("amp-2018").GetProperty("adult").TryGetProperty("housing", out _).ShouldBeFalse();

    // S3.24: 3 x 150; S1.65: 6 x 150.
    [Theory]
    [InlineData("amp-2014", 3)]
    [InlineData("amp-2018", 6)]
    public void The_monthly_support_comes_in_months_of_150(string version, int months) =>
        EntitlementRules
            .AdultInstalmentsMinor(EntitlementRules.Line(Version(version).Entitlements, EntitlementCategory.Subsistence)!)
            .ShouldBe(Enumerable.Repeat(150_00L, months));

    [Fact]
    public void The_three_steps_take_their_amounts_from_2014_and_say_so()
    {
        var set = Version("three-step-2016").Entitlements;
        set.TakenFrom.ShouldBe("amp-2014");
        var theirs = Version("amp-2014").Entitlements;
        set.Lines.Select(l => (l.Category, l.CeilingMinor)).ShouldBe(theirs.Lines.Select(l => (l.Category, l.CeilingMinor)));
        (set.Currency, set.ChildShare.Percent).ShouldBe((theirs.Currency, theirs.ChildShare.Percent));
        Version("three-step-2016").OpenQuestions.ShouldContain(q => q.Id == "amounts");
    }

    // The last table of the acceptance list: what the seeds say differently stands differently.
    [Fact]
    public void Conflicts_between_the_seeds_stand_each_in_its_version()
    {
        var (old, steps, now, pilot) = (Version("amp-2014"), Version("three-step-2016"), Version("amp-2018"), Version("avrrtipp-2012"));
        old.Gatekeeper.Organisation.ShouldBe("lansstyrelsen-stockholm");
        steps.Gatekeeper.Organisation.ShouldBe("lansstyrelsen-stockholm");
        now.Gatekeeper.Organisation.ShouldBeNull();
        Signs(old).ShouldBe([Role.ReferringProfessional]);
        Signs(now).ShouldBe([Role.RegionalCoordinator]);
        steps.Signatures.Select(s => s.Id).ShouldBe(["person"]);
        old.Eligibility.Destinations.ShouldBe([DestinationKind.HomeCountry]);
        now.Eligibility.Destinations.ShouldContain(DestinationKind.ThirdCountryWithPermanentPermit);
        old.Eligibility.AlsoCovers.ShouldContain(c => c.Id == "eu-citizens");
        old.Eligibility.Criteria[0].Text.Sv.ShouldContain("misstänks");
        now.Eligibility.Criteria[0].Text.Sv.ShouldContain("förmodas");
        old.TravelArrangements.ShouldContain(a => a.Kind == TravelArrangementKind.TransportInSweden);
        now.TravelArrangements.ShouldNotContain(a => a.Kind == TravelArrangementKind.TransportInSweden);
        (old.FollowUp.AtLeast, now.FollowUp.AtLeast).ShouldBe((false, true));
        old.OpenQuestions.Single(q => q.Id == "mandate-start").Source.ShouldBe(["S0.4", "S2.1", "S3.33"]);
        pilot.OpenQuestions.Single(q => q.Id == "pilot-years").Source.ShouldBe(["S3.36", "S1.86"]);
        pilot.References!.SelectMany(r => r.Source).Distinct().Order(StringComparer.Ordinal).ShouldBe(["S2.10", "S2.11", "S2.12", "S2.13", "S2.9"]);
        // S0.11 comes before S0.13: no office is told before the request is approved.
        steps.Milestones.Single(m => m.Kind == MilestoneKind.LocalOfficeContacted).Gates.ShouldContain(GateKind.Eligible);
        // S2.7 says when there was support, and neither which nor for how long.
        pilot
            .Support.SelectMany(s => s.Source)
            .Concat(pilot.TravelArrangements.SelectMany(a => a.Source))
            .Concat(pilot.FollowUp.Source)
            .Distinct()
            .ShouldBe([SeedSource.NotFromSeeds]);
        pilot.Eligibility.Criteria.Single(c => c.Id == "trafficking-other").AppliesFrom.ShouldBe(new DateOnly(2013, 9, 1));
    }

    [Fact]
    public void The_version_in_force_is_the_one_whose_time_it_is()
    {
        var all = ProgrammeCatalogue.LoadInstalled();
        all.InForce(new DateOnly(2026, 11, 22)).Id.ShouldBe("amp-2018");
        all.InForce(new DateOnly(2018, 1, 1)).Id.ShouldBe("amp-2018");
        all.InForce(new DateOnly(2017, 12, 31)).Id.ShouldBe("three-step-2016");
        all.InForce(new DateOnly(2015, 6, 1)).Id.ShouldBe("amp-2014");
        all.InForce(new DateOnly(2012, 1, 1)).Id.ShouldBe("avrrtipp-2012");
    }

    [Fact]
    public void Cash_support_is_a_kind_of_its_own_and_never_the_version_of_a_way_home()
    {
        var all = ProgrammeCatalogue.LoadInstalled();
        all.InForce(new DateOnly(2026, 11, 22), ProgrammeKind.CashSupport).Id.ShouldBe("cash-support-2022");
        all.FindInForce(new DateOnly(2021, 12, 31), ProgrammeKind.CashSupport).ShouldBeNull();
        var version = Version("cash-support-2022");
        (version.Entitlements.Currency, version.Entitlements.FamilyCeilingMinor).ShouldBe(("SEK", 75_000_00L));
        version.Eligibility.Criteria.Count.ShouldBe(4);
        version.Combination.ShouldBe(CombinationRule.Ask);
        all.Versions.Where(v => v.Kind == ProgrammeKind.AssistedReturn).ShouldAllBe(v => v.Combination == null && v.Eligibility.Countries == null);
    }

    private static IReadOnlyList<Role> Signs(ProgrammeVersion version) =>
        version.Milestones.Single(m => m.Kind == MilestoneKind.ApplicationSigned).Roles;

    private static ProgrammeVersion Version(string id) => ProgrammeCatalogue.LoadInstalled().Get(id);

    private static JsonElement Row(string id) =>
        JsonDocument
            .Parse(ProgrammesCommand.Json(ProgrammeCatalogue.LoadInstalled().Versions))
            .RootElement.EnumerateArray()
            .Single(v => v.GetProperty("id").GetString() == id);
}
