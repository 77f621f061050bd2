using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class MilestoneTableTests
{
    private readonly MilestoneTable _table = new(ProgrammeFiles.Amp2018());

    [Fact]
    public void Every_kind_stands_once_and_in_the_order_of_the_vocabulary() =>
        _table
            .Rows.Select(row => row.Kind)
            .ShouldBe(Enum.GetValues<MilestoneKind>().Except([MilestoneKind.Evaluated, MilestoneKind.PresentedHerself, MilestoneKind.CashPaid]));

    [Fact]
    public void Gates_stand_before_acts_alone() =>
        _table.Rows.Where(row => row.Nature == MilestoneNature.Fact).ShouldAllBe(row => row.Gates.Count == 0);

    [Fact]
    public void No_milestone_comes_before_itself_and_all_come_after_first_contact()
    {
        foreach (var row in _table.Rows)
        {
            _table.AllBefore(row.Kind).ShouldNotContain(row.Kind);
            (row.Kind == MilestoneKind.FirstContact || _table.AllBefore(row.Kind).Contains(MilestoneKind.FirstContact)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Following_next_reaches_every_milestone_and_ends()
    {
        var reached = new HashSet<MilestoneKind>();
        while (_table.Next(reached) is { } next)
        {
            _table.Awaits(next.Kind, reached).ShouldBeEmpty();
            reached.Add(next.Kind).ShouldBeTrue();
        }

        reached.Count.ShouldBe(_table.Rows.Count);
    }

    [Fact]
    public void Next_and_awaits_hold_from_any_set_of_milestones_reached()
    {
        var kinds = _table.Rows.Select(row => row.Kind).ToArray();
        for (var bits = 0; bits < 1 << kinds.Length; bits += 7)
        {
            var reached = kinds.Where((_, index) => (bits >> index & 1) == 1).ToHashSet();
            var next = _table.Next(reached);
            if (next is not null)
            {
                reached.ShouldNotContain(next.Kind);
                _table.Awaits(next.Kind, reached).ShouldBeEmpty();
            }

            _table.CurrentStep(reached).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Act_waits_for_what_comes_before_and_fact_for_nothing()
    {
        var none = new HashSet<MilestoneKind>();

        _table.Awaits(MilestoneKind.Booked, none).ShouldBe([MilestoneKind.PlanAgreed]);
        _table.Awaits(MilestoneKind.MetOnArrival, none).ShouldBeEmpty();
        _table.Awaits(MilestoneKind.Departed, none).ShouldBeEmpty();
    }

    [Fact]
    public void Departure_recorded_too_early_leaves_the_open_ones_shown_and_goes_on()
    {
        var reached = _table.Rows.TakeWhile(row => row.Kind != MilestoneKind.Booked).Select(row => row.Kind).ToHashSet();
        reached.Add(MilestoneKind.MetOnArrival);

        _table.Overtaken(reached).Select(row => row.Kind).ShouldBe([MilestoneKind.Booked, MilestoneKind.ReadyToTravel, MilestoneKind.Departed]);
        _table.Next(reached)!.Kind.ShouldBe(MilestoneKind.OnwardJourneyDone);
    }

    [Fact]
    public void Certificate_given_before_the_signature_does_not_skip_the_signature()
    {
        var reached = _table.Rows.TakeWhile(row => row.Kind != MilestoneKind.ApplicationSigned).Select(row => row.Kind).ToHashSet();
        reached.Add(MilestoneKind.VoluntarinessCertified);

        _table.Next(reached)!.Kind.ShouldBe(MilestoneKind.ApplicationSigned);
    }

    [Theory]
    [InlineData("FirstContact", "decision", 2)]
    public void Step_bar_starts_at_the_first_step_and_follows_the_furthest_milestone(string _, string second, int order)
    {
        _table.CurrentStep(new HashSet<MilestoneKind>()).Order.ShouldBe(1);
        var taken = new HashSet<MilestoneKind> { MilestoneKind.FirstContact, MilestoneKind.MatterTaken };
        _table.CurrentStep(taken).ShouldSatisfyAllConditions(step => step.Id.ShouldBe(second), step => step.Order.ShouldBe(order));
        _table.CurrentStep(Enum.GetValues<MilestoneKind>().ToHashSet()).Order.ShouldBe(4);
    }

    [Theory]
    [InlineData("Eligible,InformationGiven", "ApplicationSigned")]
    [InlineData("ApplicationSigned,VoluntarinessCertified,RiskTableComplete,IomConsent,GuardianSigned", "Referred")]
    [InlineData("LocalOfficeConsent,SupportAvailable", "LocalOfficeContacted")]
    [InlineData("NeedsAssessed,HealthAssessed,PlanDrawnUp", "PlanAgreed")]
    [InlineData(
        "PlanAgreed,InvestigationAsked,HighRisksOwned,WillReconfirmed,ArrangementsDecided,GuardianSigned,ChildrenConsented,BestInterestsDecided",
        "Booked"
    )]
    [InlineData(
        "ArrangementsConfirmed,TravelChecksDone,HighRisksOwned,WillReconfirmedOnTravelDay,GuardianSigned,ChildrenConsented,BestInterestsDecided,ReceivingAuthorityNamed",
        "ReadyToTravel"
    )]
    [InlineData("PlanAgreed", "EntitlementsOpened")]
    [InlineData("MoneySettled,FollowUpDone,TakingOverConfirmed", "Closed")]
    public void Gates_of_the_acts(string gates, string milestone) =>
        string.Join(',', _table.Gates(Enum.Parse<MilestoneKind>(milestone))).ShouldBe(gates);

    [Fact]
    public void The_coordinator_decides_signs_and_refers_and_nobody_without_a_case_sets_anything()
    {
        foreach (var kind in (MilestoneKind[])[MilestoneKind.EligibilityDecided, MilestoneKind.ApplicationSigned, MilestoneKind.Referred])
        {
            _table.Row(kind).Roles.ShouldBe([Role.RegionalCoordinator]);
        }

        Role[] never =
        [
            Role.NationalCoordination,
            Role.IomApprover,
            Role.MigrationOfficer,
            Role.Administrator,
            Role.Auditor,
            Role.DataProtectionOfficer,
        ];
        _table.Rows.SelectMany(row => row.Roles).Intersect(never).ShouldBeEmpty();
    }
}
