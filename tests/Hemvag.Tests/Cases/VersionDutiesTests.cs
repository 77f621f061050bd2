using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Who does what in a case follows the version it goes by.</summary>
public sealed class VersionDutiesTests
{
    private const Role Professional = Role.ReferringProfessional;
    private const Role Coordinator = Role.RegionalCoordinator;
    private const Role Caseworker = Role.IomCaseworker;

    [Fact]
    public void The_table_of_permissions_is_that_of_the_version_in_force()
    {
        var now = Version("amp-2018");
        foreach (var action in Enum.GetValues<CaseAction>())
        {
            VersionDuties.RolesFor(action, now).ShouldBe(CasePermissions.RolesFor(action), ignoreOrder: true, action.ToString());
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            (VersionDuties.FormsOf(role, now) & ~CasePermissions.CompartmentsFor(role)).ShouldBe(Compartment.None, role.ToString());
        }
    }

    // The check of a file stands on a floor below the permissions; it must know the same.
    [Fact]
    public void What_a_file_may_name_is_what_the_permissions_allow()
    {
        var needed = new Dictionary<MilestoneKind, CaseAction>
        {
            [MilestoneKind.MatterTaken] = CaseAction.TakeMatter,
            [MilestoneKind.EligibilityDecided] = CaseAction.SeeAssessment,
            [MilestoneKind.ReceiptConfirmed] = CaseAction.SeeApplication,
            [MilestoneKind.SupportAnswered] = CaseAction.SeeApplication,
            [MilestoneKind.Evaluated] = CaseAction.SeeFollowUp,
            [MilestoneKind.LocalOfficeContacted] = CaseAction.ArrangeTravel,
            [MilestoneKind.PlanAgreed] = CaseAction.EditPlan,
            [MilestoneKind.Booked] = CaseAction.ArrangeTravel,
            [MilestoneKind.ReadyToTravel] = CaseAction.ArrangeTravel,
            [MilestoneKind.Departed] = CaseAction.RecordDeparture,
            [MilestoneKind.MetOnArrival] = CaseAction.RecordArrival,
            [MilestoneKind.OnwardJourneyDone] = CaseAction.RecordArrival,
            [MilestoneKind.FollowUpDone] = CaseAction.RecordFollowUp,
            [MilestoneKind.Closed] = CaseAction.Close,
        };
        // Who acts here the version says; they see the page because they act.
        Role[] whoFillsIn = [Professional, Coordinator, Caseworker];
        var named = new Dictionary<MilestoneKind, Role[]>
        {
            [MilestoneKind.FirstContact] = [Professional, Coordinator],
            [MilestoneKind.InformationGiven] = whoFillsIn,
            [MilestoneKind.ApplicationSigned] = whoFillsIn,
            [MilestoneKind.VoluntarinessCertified] = whoFillsIn,
            [MilestoneKind.Referred] = whoFillsIn,
            [MilestoneKind.EntitlementsOpened] = [.. CasePermissions.RolesFor(CaseAction.SeePlanAndMoney).Except([Role.IomApprover])],
        };
        MilestoneKind[] ofCash = [MilestoneKind.PresentedHerself, MilestoneKind.CashPaid];
        needed.Keys.Concat(named.Keys).Concat(ofCash).ShouldBe(Enum.GetValues<MilestoneKind>(), ignoreOrder: true);
        WayTables.Able.Keys.ShouldBe(needed.Keys.Concat(named.Keys), ignoreOrder: true);
        foreach (var (kind, action) in needed)
        {
            WayTables.Able[kind].ShouldBe(CasePermissions.RolesFor(action), ignoreOrder: true, kind.ToString());
        }

        foreach (var (kind, roles) in named)
        {
            WayTables.Able[kind].ShouldBe(roles, ignoreOrder: true, kind.ToString());
        }
    }

    [Fact]
    public void What_a_file_of_cash_support_may_name_is_what_the_permissions_allow()
    {
        var needed = new Dictionary<MilestoneKind, CaseAction>
        {
            [MilestoneKind.FirstContact] = CaseAction.RecoverCash,
            [MilestoneKind.EligibilityDecided] = CaseAction.RecoverCash,
            [MilestoneKind.Referred] = CaseAction.RecoverCash,
            [MilestoneKind.ReceiptConfirmed] = CaseAction.ConfirmCash,
            [MilestoneKind.PresentedHerself] = CaseAction.RecordPresented,
            [MilestoneKind.CashPaid] = CaseAction.PayCash,
            [MilestoneKind.Closed] = CaseAction.Close,
        };
        CashChecks.Rows.Select(row => row.Kind).ShouldBe(needed.Keys);
        foreach (var row in CashChecks.Rows)
        {
            row.Able.ShouldBe(VersionDuties.RolesFor(needed[row.Kind], Version("cash-support-2022")), ignoreOrder: true, row.Kind.ToString());
        }
    }

    // S3.11, S3.16–S3.18; S0.11, S0.12, S0.14.
    [Theory]
    [InlineData("amp-2014", CaseAction.DecideEligibility, Coordinator)]
    [InlineData("amp-2014", CaseAction.RecordInformation, Professional)]
    [InlineData("amp-2014", CaseAction.EditApplication, Professional)]
    [InlineData("amp-2014", CaseAction.SignApplication, Professional)]
    [InlineData("amp-2014", CaseAction.Refer, Professional)]
    [InlineData("amp-2014", CaseAction.AssessNeeds, Professional, Caseworker)]
    [InlineData("amp-2014", CaseAction.Evaluate, Caseworker)]
    [InlineData("amp-2018", CaseAction.Evaluate)]
    [InlineData("three-step-2016", CaseAction.DecideEligibility, Coordinator)]
    [InlineData("three-step-2016", CaseAction.RecordInformation, Professional, Caseworker)]
    [InlineData("three-step-2016", CaseAction.SignApplication, Professional, Caseworker)]
    [InlineData("avrrtipp-2012", CaseAction.RecordInformation)]
    [InlineData("avrrtipp-2012", CaseAction.OpenEntitlements)]
    [InlineData("avrrtipp-2012", CaseAction.AgreeToPlan)]
    [InlineData("avrrtipp-2012", CaseAction.RequestPayment)]
    internal void Each_version_says_whose_it_is(string version, CaseAction action, params Role[] roles) =>
        VersionDuties.RolesFor(action, Version(version)).ShouldBe(roles, ignoreOrder: true);

    [Fact]
    public void Whoever_fills_in_a_form_opens_what_stands_in_it_and_sees_its_page()
    {
        var old = Version("amp-2014");
        var opens = CasePermissions.CompartmentsFor(Professional, CaseRelation.OwnTask, old);
        foreach (var section in old.Form(FormKind.Application).Sections)
        {
            (opens & section.Compartment).ShouldBe(section.Compartment, section.Id);
        }

        VersionDuties.RolesFor(CaseAction.SeeApplication, old).ShouldContain(Professional);
        VersionDuties.RolesFor(CaseAction.SeeAssessment, old).ShouldContain(Professional);
        CasePermissions.CompartmentsFor(Professional, CaseRelation.NotNamedForProtected, old).HasFlag(Compartment.Identity).ShouldBeFalse();
        CasePermissions.CompartmentsFor(Professional, CaseRelation.BroughtAndEnded, old).ShouldBe(Compartment.None);
    }

    private static ProgrammeVersion Version(string id) => ProgrammeCatalogue.LoadInstalled().Get(id);
}
