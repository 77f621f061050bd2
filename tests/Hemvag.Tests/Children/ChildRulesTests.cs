using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Children;

/// <summary>Whose yes counts for a child, how it is heard by its age, and how each gate stands: tables.</summary>
public sealed class ChildRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>Ground, the guardians (k custodian, g appointed, p parent; capital: suspected), who of them said yes by position, authority; the refusal.</summary>
    public static TheoryData<string, string, int[], string?, string?> Grounds =>
        new()
        {
            // The person alone has custody.
            { "SoleCustodian", "", [], null, null },
            { "SoleCustodian", "p", [], null, null },
            { "SoleCustodian", "k", [], null, "CustodyNotSole" },
            { "SoleCustodian", "g", [], null, "CustodyNotSole" },
            { "SoleCustodian", "K", [], null, "GuardianExcluded" },
            // A parent without custody decides nothing, suspected or not.
            { "SoleCustodian", "P", [], null, null },
            // Everyone who decides has said yes.
            { "AllCustodiansAgree", "k", [0], null, null },
            { "AllCustodiansAgree", "kk", [0, 1], null, null },
            { "AllCustodiansAgree", "kg", [0, 1], null, null },
            { "AllCustodiansAgree", "kp", [0], null, null },
            { "AllCustodiansAgree", "kk", [0], null, "CustodiansMissing" },
            { "AllCustodiansAgree", "k", [], null, "CustodiansMissing" },
            { "AllCustodiansAgree", "", [], null, "CustodiansMissing" },
            { "AllCustodiansAgree", "p", [0], null, "CustodiansMissing" },
            { "AllCustodiansAgree", "K", [0], null, "GuardianExcluded" },
            { "AllCustodiansAgree", "kK", [0], null, "GuardianExcluded" },
            { "AllCustodiansAgree", "kK", [0, 1], null, "GuardianExcluded" },
            { "AllCustodiansAgree", "kP", [0, 1], null, "GuardianExcluded" },
            // A decision carries alone, whoever is suspected, and no yes of theirs beside it.
            { "CompetentDecision", "K", [], "Svea hovrätt", null },
            { "CompetentDecision", "kK", [0], "Svea hovrätt", null },
            { "CompetentDecision", "K", [0], "Svea hovrätt", "GuardianExcluded" },
            { "CompetentDecision", "", [], null, "CompetentDecisionMissing" },
            { "CompetentDecision", "", [], " ", "CompetentDecisionMissing" },
        };

    [Theory, MemberData(nameof(Grounds))]
    public void Whose_yes_counts(string ground, string guardians, int[] saidYes, string? authority, string? refusal)
    {
        var standsFor = guardians.Select((c, i) => Guardian(c, i + 1)).ToList();
        var order = new CustodyOrder(
            Enum.Parse<CustodyGround>(ground),
            Day,
            [.. saidYes.Select(i => standsFor[i].Id)],
            authority,
            null,
            null,
            CustodyShown.Nothing
        );

        Refusal(() => CustodyRules.Require(order, standsFor)).ShouldBe(refusal);
    }

    [Fact]
    public void A_guardian_of_another_child_is_unknown() =>
        Refusal(() =>
                CustodyRules.Require(
                    new CustodyOrder(CustodyGround.AllCustodiansAgree, Day, [Guid.NewGuid()], null, null, null, CustodyShown.Nothing),
                    []
                )
            )
            .ShouldBe("GuardianUnknown");

    /// <summary>A late typed decision of an earlier day changes nothing: the last decided counts, not the last typed.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_last_decided_counts_whenever_it_was_typed(bool later)
    {
        var rows = new List<SideDecision>
        {
            new(DecisionSide.HomeCountry, true, Day, DateTime.UnixEpoch, Guid.CreateVersion7()),
            new(DecisionSide.Sweden, false, Day, DateTime.UnixEpoch, Guid.CreateVersion7()),
            new(DecisionSide.Sweden, true, Day.AddDays(later ? 1 : -1), DateTime.UnixEpoch.AddDays(1), Guid.CreateVersion7()),
        };
        State(new BestInterestsDecidedGate(), new BestInterestsStand(true, rows)).Met.ShouldBe(later);

        ChildHearing
            .Last([Hearing(ChildView.No, Day, 0), Hearing(ChildView.Yes, Day.AddDays(later ? 1 : -1), 1)])!
            .View.ShouldBe(later ? ChildView.Yes : ChildView.No);
        ChildDecision.Last([Decision(false, Day, 0), Decision(true, Day.AddDays(later ? 1 : -1), 1)])!.Gets.ShouldBe(later);
    }

    /// <summary>Who stands for the person who returns and is under 18 stands for no child of hers, and the father of her child not for her.</summary>
    [Theory]
    [InlineData("Person", false, false)]
    [InlineData("OneChild", true, false)]
    [InlineData("EveryChild", true, true)]
    public void For_whom_someone_stands(string stands, bool forFirst, bool forSecond)
    {
        var whom = Enum.Parse<StandsFor>(stands);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var guardian = new Guardian
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            Number = 1,
            Kind = GuardianKind.AppointedGuardian,
            StandsFor = whom,
            ChildId = whom == StandsFor.OneChild ? first : null,
            AddedAt = DateTime.UnixEpoch,
            AddedBy = Guid.Empty,
        };
        (guardian.StandsForThe(first), guardian.StandsForThe(second)).ShouldBe((forFirst, forSecond));
        guardian.EndedOn = Day;
        (guardian.StandsForThe(first), guardian.StandsForThe(second)).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("2019-04-30", "2026-04-01")]
    [InlineData("2019-03-01", "2026-03-01")]
    public void Too_young_counts_until_the_month_in_which_the_child_turns_seven(string born, string until) =>
        CustodyRules.TooYoungUntil(Of(born)).ShouldBe(Of(until));

    [Theory]
    [InlineData("2026-03-02", "UnderSeven")]
    [InlineData("2019-03-03", "UnderSeven")]
    [InlineData("2019-03-02", "SevenToFourteen")]
    [InlineData("2011-03-03", "SevenToFourteen")]
    [InlineData("2011-03-02", "FifteenToSeventeen")]
    [InlineData("2008-03-03", "FifteenToSeventeen")]
    public void A_child_is_heard_by_its_age(string born, string age) => CustodyRules.AgeOn(Of(born), Day).ToString().ShouldBe(age);

    /// <summary>Children as custody and view, comma separated ("SoleCustodian:Yes"); whether the gate is met, and whether someone has said no.</summary>
    [Theory]
    [InlineData("", true, false)]
    [InlineData("SoleCustodian:Yes", true, false)]
    [InlineData("CompetentDecision:TooYoung", true, false)]
    [InlineData("SoleCustodian:Yes,AllCustodiansAgree:TooYoung", true, false)]
    [InlineData("CompetentDecision:TooYoungBefore", false, false)]
    [InlineData("SoleCustodian:Yes,CompetentDecision:TooYoungBefore", false, false)]
    [InlineData(":GrownYes", true, false)]
    [InlineData(":GrownTooYoung", false, false)]
    [InlineData("SoleCustodian:NotAskedYet", false, false)]
    [InlineData(":Yes", false, false)]
    [InlineData("SoleCustodian:No", false, true)]
    [InlineData("SoleCustodian:Yes,SoleCustodian:No", false, true)]
    [InlineData(":NotAskedYet,SoleCustodian:No", false, true)]
    [InlineData("SoleCustodian:Yes,:NotAskedYet", false, false)]
    public void The_journey_waits_for_every_child(string children, bool met, bool saidNo)
    {
        var seen = children
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select((c, i) => c.Split(':') is var p && p[0].Length == 0 ? Stands(i, null, p[1]) : Stands(i, Enum.Parse<CustodyGround>(p[0]), p[1]))
            .ToList();

        var state = State(new ChildrenConsentedGate(), seen);

        (state.Met, state.SaidNo).ShouldBe((met, saidNo));
    }

    /// <summary>Decisions in their order, "S+" for yes from Sweden, "H-" for no from the home country.</summary>
    [Theory]
    [InlineData(false, "", true, false)]
    [InlineData(false, "S-", true, false)]
    [InlineData(true, "", false, false)]
    [InlineData(true, "S+", false, false)]
    [InlineData(true, "H+", false, false)]
    [InlineData(true, "S+H+", true, false)]
    [InlineData(true, "S+H-", false, true)]
    [InlineData(true, "S-H+", false, true)]
    [InlineData(true, "S-", false, true)]
    [InlineData(true, "S-H+S+", true, false)]
    [InlineData(true, "S+H+H-", false, true)]
    public void Both_countries_decide_and_the_latest_counts(bool isMinor, string decisions, bool met, bool saidNo)
    {
        var rows = decisions
            .Chunk(2)
            .Select(
                (d, i) =>
                    new SideDecision(
                        d[0] == 'S' ? DecisionSide.Sweden : DecisionSide.HomeCountry,
                        d[1] == '+',
                        Day.AddDays(i),
                        DateTime.UnixEpoch.AddDays(i),
                        Guid.CreateVersion7()
                    )
            )
            .ToList();

        var state = State(new BestInterestsDecidedGate(), new BestInterestsStand(isMinor, rows));

        (state.Met, state.SaidNo).ShouldBe((met, saidNo));
    }

    [Theory]
    [InlineData("GuardianSigned", null, false, true)]
    [InlineData("GuardianSigned", "---", false, false)]
    [InlineData("GuardianSigned", "s--", false, true)]
    [InlineData("ReceivingAuthorityNamed", null, true, true)]
    [InlineData("ReceivingAuthorityNamed", "s--", false, false)]
    [InlineData("ReceivingAuthorityNamed", "-r-", false, true)]
    [InlineData("TakingOverConfirmed", null, true, true)]
    // Who has not travelled is with the social services in Sweden: the case can end.
    [InlineData("TakingOverConfirmed", "---", false, true)]
    [InlineData("TakingOverConfirmed", "sr-", true, false)]
    [InlineData("TakingOverConfirmed", "srt", true, true)]
    public void Each_gate_of_a_child_alone(string gate, string? minor, bool departed, bool met)
    {
        IGate asked = Enum.Parse<GateKind>(gate) switch
        {
            GateKind.GuardianSigned => new GuardianSignedGate(),
            GateKind.ReceivingAuthorityNamed => new ReceivingAuthorityNamedGate(),
            _ => new TakingOverConfirmedGate(),
        };
        var seen = minor is null ? null : new MinorStands(minor[0] == 's', minor[1] == 'r', minor[2] == 't');

        State(asked, seen, departed).Met.ShouldBe(met);
    }

    private static GateState State(IGate gate, object? seen, bool departed = false) =>
        gate.State(new GateContext(null!, null!, null!, new HashSet<MilestoneKind>(departed ? [MilestoneKind.Departed] : []), Day), seen);

    private static ChildStands Stands(int index, CustodyGround? custody, string view) =>
        view switch
        {
            // The month in which the child turns seven has begun.
            "TooYoungBefore" => new(index + 1, custody, ChildView.TooYoung, Day, false),
            // Has turned 18: nobody else decides.
            "GrownYes" => new(index + 1, custody, ChildView.Yes, null, true),
            "GrownTooYoung" => new(index + 1, custody, ChildView.TooYoung, null, true),
            _ => new(index + 1, custody, Enum.Parse<ChildView>(view), Day.AddDays(1), false),
        };

    private static Guardian Guardian(char kind, int number) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            Number = number,
            Kind = char.ToLowerInvariant(kind) switch
            {
                'k' => GuardianKind.Custodian,
                'g' => GuardianKind.AppointedGuardian,
                _ => GuardianKind.Parent,
            },
            StandsFor = StandsFor.EveryChild,
            ChildId = null,
            IsSuspected = char.IsUpper(kind),
            AddedAt = DateTime.UnixEpoch,
            AddedBy = Guid.Empty,
        };

    private static DateOnly Of(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static ChildHearing Hearing(ChildView view, DateOnly on, int typed) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            ChildId = Guid.Empty,
            View = view,
            On = on,
            RecordedAt = DateTime.UnixEpoch.AddDays(typed),
            RecordedBy = Guid.Empty,
        };

    private static ChildDecision Decision(bool gets, DateOnly on, int typed) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            ChildId = Guid.Empty,
            Gets = gets,
            DecidedOn = on,
            RecordedAt = DateTime.UnixEpoch.AddDays(typed),
            RecordedBy = Guid.Empty,
        };

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }
    }
}
