using System.Text.Json;
using System.Text.RegularExpressions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

/// <summary>Every figure of the acceptance list, as <c>programmes --json</c> prints it: in whole units of the version's currency.</summary>
public sealed partial class VersionFiguresTests
{
    [GeneratedRegex("\"(?<fact>S[0-4]\\.[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeedFact { get; }

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
    [InlineData("three-step-2016", "adult", "subsistence", 450)]
    [InlineData("three-step-2016", "adult", "reintegration", 3000)]
    [InlineData("three-step-2016", "adult", "health", 300)]
    [InlineData("three-step-2016", "adult", "housing", 300)]
    [InlineData("three-step-2016", "adult", "total", 4050)]
    [InlineData("three-step-2016", "child", "subsistence", 225)]
    [InlineData("three-step-2016", "child", "reintegration", 1500)]
    [InlineData("three-step-2016", "child", "health", 150)]
    [InlineData("three-step-2016", "child", "housing", 150)]
    [InlineData("three-step-2016", "child", "total", 2025)]
    // S2 names none
    [InlineData("avrrtipp-2012", "adult", "total", 0)]
    [InlineData("avrrtipp-2012", "child", "total", 0)]
    // The ordinance 2008:778, 6 §
    [InlineData("cash-support-2022", "adult", "cashSupport", 30000)]
    [InlineData("cash-support-2022", "child", "cashSupport", 15000)]
    [InlineData("cash-support-2022", "adult", "total", 30000)]
    [InlineData("cash-support-2022", "child", "total", 15000)]
    public void The_amounts_are_those_of_the_seeds(string version, string who, string category, int amount) =>
        Row(version).GetProperty(who).GetProperty(category).GetInt32().ShouldBe(amount);

    [Theory]
    [InlineData("amp-2014", 3)] // S3.29
    [InlineData("amp-2018", 6)] // S1.71, S4.11
    [InlineData("three-step-2016", 3)] // S0.21
    [InlineData("avrrtipp-2012", 3)] // not from the seeds: S2.7 says "some time"
    [InlineData("cash-support-2022", 0)] // S4.26: no time of its own
    public void The_follow_up_lasts_as_long_as_the_seeds_say(string version, int months) =>
        Row(version).GetProperty("followUpMonths").GetInt32().ShouldBe(months);

    [Theory]
    [InlineData("amp-2018", "housing")] // S1 lists none
    [InlineData("avrrtipp-2012", "subsistence")] // S2 names no amounts
    [InlineData("cash-support-2022", "subsistence")]
    public void A_category_that_a_version_lacks_is_not_printed(string version, string category) =>
        Row(version).GetProperty("adult").TryGetProperty(category, out _).ShouldBeFalse();

    [Theory]
    [InlineData("amp-2014", "USD")]
    [InlineData("three-step-2016", "USD")]
    [InlineData("amp-2018", "USD")]
    [InlineData("cash-support-2022", "SEK")]
    public void Each_version_counts_in_its_currency(string version, string currency) =>
        Row(version).GetProperty("currency").GetString().ShouldBe(currency);

    // S3.24: 3 x 150; S1.65: 6 x 150. S0 takes those of the version in force. S1.70, S3.28: half for a child.
    [Theory]
    [InlineData("amp-2014", 3)]
    [InlineData("three-step-2016", 3)]
    [InlineData("amp-2018", 6)]
    public void The_monthly_support_comes_in_months_of_150(string version, int months)
    {
        var printed = Row(version).GetProperty("instalments");
        printed.EnumerateObject().Select(line => line.Name).ShouldBe(["subsistence"]);
        printed.GetProperty("subsistence").GetRawText().ShouldBe($$"""{"count":{{months}},"adult":150,"child":75}""");
    }

    [Theory]
    [InlineData("avrrtipp-2012")]
    [InlineData("cash-support-2022")]
    public void Where_nothing_is_paid_by_the_month_no_instalments_are_printed(string version) =>
        Row(version).GetProperty("instalments").EnumerateObject().ShouldBeEmpty();

    // The ordinance 2008:778, 6 §
    [Fact]
    public void Only_cash_support_has_a_ceiling_for_a_family()
    {
        Row("cash-support-2022").GetProperty("familyCeiling").GetInt32().ShouldBe(75000);
        foreach (var version in new[] { "avrrtipp-2012", "amp-2014", "three-step-2016", "amp-2018" })
        {
            Row(version).GetProperty("familyCeiling").ValueKind.ShouldBe(JsonValueKind.Null, version);
        }
    }

    // Two descriptions of today's programme: IOM Finland's own stands beside the national body's, fact by fact.
    [Fact]
    public void Every_fact_of_IOM_Finlands_description_stands_in_the_version_of_2018() =>
        Cited(Version("amp-2018")).Intersect(Enumerable.Range(1, 16).Select(n => $"S4.{n}")).Count().ShouldBe(16);

    // Everything the list knows of the 2014 text. S3.40 is the list of offices, which stands with the organisations.
    [Fact]
    public void Every_fact_of_the_2014_text_stands_in_its_version() =>
        Enumerable.Range(1, 39).Select(n => $"S3.{n}").Except(Cited(Version("amp-2014"))).ShouldBeEmpty();

    // S0.1, S3.35, S1.82
    [Theory]
    [InlineData("three-step-2016", "157", "S0.1")]
    [InlineData("amp-2014", "157", "S3.35")]
    [InlineData("amp-2018", "172", "S1.82")]
    public void How_many_states_were_members_of_IOM_stands_in_each_version(string version, string members, string source)
    {
        var stated = Version(version).Stated.Single(rule => rule.Id == "iom-members");
        stated.Text.Sv.ShouldContain($"{members} medlemsstater");
        stated.Text.En.ShouldContain($"{members} member states");
        stated.Source.ShouldContain(source);
    }

    [Fact]
    public void The_contacts_and_forms_of_2014_are_those_of_its_text()
    {
        var old = Version("amp-2014");
        var iom = old.Stated.Single(rule => rule.Source.Contains("S3.34")).Text.Sv;
        foreach (
            var said in new[]
            {
                "+358 9 684 11 522",
                "+358 50 414 0803",
                "iom.fi/avrrtipp-swe",
                "iomhelsinkiAVR@iom.fi",
                "iomhelsinkiavr@iom.int",
                "+358 9 684 11 511",
            }
        )
        {
            iom.ShouldContain(said, Case.Sensitive);
        }

        old.References!.Single(one => one.Source.Contains("S3.31")).Text.Sv.ShouldContain("45, 45 och 37");
        old.Stated.Single(rule => rule.Source.Contains("S3.12")).Text.Sv.ShouldContain("direkt kontakt");
        old.Stated.Single(rule => rule.Source.Contains("S3.13")).Text.Sv.ShouldContain("hålls informerad");
    }

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
        foreach (var version in new[] { old, steps, pilot })
        {
            version.OpenQuestions.Single(q => q.Id == "mandate-start").Source.ShouldBe(["S0.4", "S2.1", "S3.33"]);
        }

        // S0.13 stands before S0.14 in the leaflet; the application waits for no contact with the office.
        steps.OpenQuestions.Single(q => q.Id == "office-before-application").Source.ShouldBe(["S0.13", "S0.14"]);
        steps.Milestones.Single(m => m.Kind == MilestoneKind.ApplicationSigned).After.ShouldNotContain(MilestoneKind.LocalOfficeContacted);
        var asks = Version("cash-support-2022").Steps.Single(step => step.Id == "decision");
        asks.Text.Sv.ShouldContain("mottagningshandläggare");
        asks.Text.Sv.ShouldContain("kontaktformuläret");
        asks.Source.ShouldContain("S4.20");
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

    private static IEnumerable<string> Cited(ProgrammeVersion version) =>
        SeedFact
            .Matches(ProgrammeCatalogue.LoadInstalled().Files.Single(file => file.Version.Id == version.Id).Content)
            .Select(match => match.Groups[1].Value)
            .Distinct();

    private static ProgrammeVersion Version(string id) => ProgrammeCatalogue.LoadInstalled().Get(id);

    private static JsonElement Row(string id) =>
        JsonDocument
            .Parse(ProgrammesCommand.Json(ProgrammeCatalogue.LoadInstalled().Versions))
            .RootElement.EnumerateArray()
            .Single(v => v.GetProperty("id").GetString() == id);
}
