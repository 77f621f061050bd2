namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What the program itself asks of the milestones of a return, whatever its version says: one line, one rule.</summary>
internal static class WayTables
{
    // What has happened on a journey can always be recorded, and what someone answers for is always decided.
    public static readonly MilestoneKind[] AlwaysFacts =
    [
        MilestoneKind.FirstContact,
        MilestoneKind.Departed,
        MilestoneKind.MetOnArrival,
        MilestoneKind.OnwardJourneyDone,
        MilestoneKind.Evaluated,
        MilestoneKind.PresentedHerself,
        MilestoneKind.CashPaid,
    ];

    public static readonly MilestoneKind[] AlwaysActs =
    [
        MilestoneKind.EligibilityDecided,
        MilestoneKind.Referred,
        MilestoneKind.Booked,
        MilestoneKind.ReadyToTravel,
        MilestoneKind.EntitlementsOpened,
        MilestoneKind.Closed,
    ];

    // The donor sees figures, reviewers the trail, administrators accounts: none of them a case.
    public static readonly Role[] SeeNoCase = [Role.NationalCoordination, Role.DataProtectionOfficer, Role.Auditor, Role.Administrator];

    public static readonly Role[] FillForms = [Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker];

    /// <summary>Without these no case has a holder, and none ends as completed.</summary>
    public static readonly MilestoneKind[] Always = [MilestoneKind.MatterTaken, MilestoneKind.MetOnArrival];

    /// <summary>What comes before, wherever a version has both.</summary>
    public static readonly (MilestoneKind Earlier, MilestoneKind Later)[] Order =
    [
        (MilestoneKind.MatterTaken, MilestoneKind.EligibilityDecided),
        (MilestoneKind.ApplicationSigned, MilestoneKind.Referred),
        (MilestoneKind.Referred, MilestoneKind.ReceiptConfirmed),
        (MilestoneKind.Referred, MilestoneKind.SupportAnswered),
        (MilestoneKind.LocalOfficeContacted, MilestoneKind.PlanAgreed),
        (MilestoneKind.Booked, MilestoneKind.ReadyToTravel),
        (MilestoneKind.ReadyToTravel, MilestoneKind.Departed),
        (MilestoneKind.Booked, MilestoneKind.Departed),
        (MilestoneKind.Departed, MilestoneKind.MetOnArrival),
        (MilestoneKind.MetOnArrival, MilestoneKind.OnwardJourneyDone),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
        (MilestoneKind.FollowUpDone, MilestoneKind.Evaluated),
    ];

    /// <summary>What the program itself asks for before it lets anyone set the later one: without the earlier it could never be set.</summary>
    public static readonly (MilestoneKind Earlier, MilestoneKind Later)[] Needed =
    [
        (MilestoneKind.ApplicationSigned, MilestoneKind.Referred),
        (MilestoneKind.Referred, MilestoneKind.ReceiptConfirmed),
        (MilestoneKind.Referred, MilestoneKind.SupportAnswered),
        (MilestoneKind.LocalOfficeContacted, MilestoneKind.PlanAgreed),
        (MilestoneKind.Booked, MilestoneKind.ReadyToTravel),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
        (MilestoneKind.FollowUpDone, MilestoneKind.Evaluated),
    ];

    /// <summary>What no version may leave out of a child's return (S1.20, S1.22, S1.70; domain-facts §4.2). They concern no case without a child.</summary>
    public static readonly (MilestoneKind On, GateKind[] Gates)[] OfChildren =
    [
        (MilestoneKind.Referred, [GateKind.GuardianSigned]),
        (MilestoneKind.Booked, [GateKind.GuardianSigned, GateKind.ChildrenConsented, GateKind.BestInterestsDecided]),
        (
            MilestoneKind.ReadyToTravel,
            [GateKind.GuardianSigned, GateKind.ChildrenConsented, GateKind.BestInterestsDecided, GateKind.ReceivingAuthorityNamed]
        ),
    ];

    /// <summary>
    /// Every milestone of a return, and whose task it can be: one of them must be named, or nobody could ever set it. The same as in the table
    /// of permissions, which stands on a floor above; where a version says who acts, those who are sure to see the page.
    /// </summary>
    public static readonly IReadOnlyDictionary<MilestoneKind, Role[]> Able = new Dictionary<MilestoneKind, Role[]>
    {
        [MilestoneKind.FirstContact] = [Role.ReferringProfessional, Role.RegionalCoordinator],
        [MilestoneKind.MatterTaken] = [Role.RegionalCoordinator],
        [MilestoneKind.EligibilityDecided] = [Role.RegionalCoordinator, Role.IomCaseworker],
        [MilestoneKind.InformationGiven] = FillForms,
        [MilestoneKind.ApplicationSigned] = FillForms,
        [MilestoneKind.VoluntarinessCertified] = FillForms,
        [MilestoneKind.Referred] = FillForms,
        [MilestoneKind.ReceiptConfirmed] = [Role.RegionalCoordinator, Role.IomCaseworker],
        [MilestoneKind.SupportAnswered] = [Role.RegionalCoordinator, Role.IomCaseworker],
        [MilestoneKind.LocalOfficeContacted] = [Role.IomCaseworker],
        [MilestoneKind.PlanAgreed] = [Role.IomCaseworker],
        [MilestoneKind.Booked] = [Role.IomCaseworker],
        [MilestoneKind.ReadyToTravel] = [Role.IomCaseworker],
        [MilestoneKind.Departed] = [Role.RegionalCoordinator, Role.IomCaseworker],
        [MilestoneKind.MetOnArrival] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.OnwardJourneyDone] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        // The approver comes into a case only with the money.
        [MilestoneKind.EntitlementsOpened] = [Role.RegionalCoordinator, Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.FollowUpDone] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.Evaluated] = [Role.RegionalCoordinator, Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.Closed] = [Role.RegionalCoordinator, Role.IomCaseworker],
    };
}
