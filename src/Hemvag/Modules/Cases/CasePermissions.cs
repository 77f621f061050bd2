using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Who may do what in a case they can see, and which compartments their task needs. The page docs/permissions.md is printed from here.
/// Seeing the case at all is decided by <see cref="CaseAccess"/>.
/// </summary>
internal static class CasePermissions
{
    private const Role Professional = Role.ReferringProfessional;
    private const Role Coordinator = Role.RegionalCoordinator;
    private const Role Caseworker = Role.IomCaseworker;
    private const Role Approver = Role.IomApprover;
    private const Role Local = Role.LocalOfficeWorker;

    /// <summary>What opens to named people alone while a person's identity is protected.</summary>
    public const Compartment ProtectedByName = Compartment.Identity | Compartment.Contact;

    private static readonly Dictionary<CaseAction, Role[]> Actions = new()
    {
        [CaseAction.SeeCase] = [Professional, Coordinator, Caseworker, Approver, Local],
        [CaseAction.OpenSealed] = [Professional, Coordinator, Caseworker, Approver, Local],
        [CaseAction.SeeMinimum] = [],
        [CaseAction.TakeMatter] = [Coordinator],
        [CaseAction.AnswerMatter] = [Coordinator],
        [CaseAction.SeePerson] = [Professional, Coordinator, Caseworker, Local],
        [CaseAction.EditPerson] = [Coordinator],
        [CaseAction.ProtectIdentity] = [Coordinator],
        [CaseAction.SeeConsents] = [Professional, Coordinator, Caseworker],
        [CaseAction.ManageConsents] = [Coordinator],
        [CaseAction.WithdrawConsent] = [Coordinator, Caseworker],
        [CaseAction.SeeAssessment] = [Coordinator, Caseworker],
        [CaseAction.DecideEligibility] = [Coordinator],
        [CaseAction.RecordInformation] = [Coordinator],
        [CaseAction.EditRisks] = [Coordinator, Caseworker],
        [CaseAction.AssessNeeds] = [Caseworker],
        [CaseAction.AssessHealth] = [Caseworker],
        [CaseAction.SeeApplication] = [Coordinator, Caseworker],
        [CaseAction.EditApplication] = [Coordinator],
        [CaseAction.SignApplication] = [Coordinator],
        [CaseAction.Refer] = [Coordinator],
        [CaseAction.ConfirmReceipt] = [Caseworker],
        [CaseAction.AnswerSupport] = [Caseworker],
        [CaseAction.SeeTravel] = [Coordinator, Caseworker, Local],
        [CaseAction.ArrangeTravel] = [Caseworker],
        [CaseAction.AnswerArrangement] = [Caseworker, Local],
        [CaseAction.ReconfirmWill] = [Coordinator, Caseworker],
        [CaseAction.RecordDeparture] = [Coordinator, Caseworker],
        [CaseAction.RecordArrival] = [Caseworker, Local],
        [CaseAction.SeePlanAndMoney] = [Coordinator, Caseworker, Approver, Local],
        [CaseAction.EditPlan] = [Caseworker],
        [CaseAction.AgreeToPlan] = [Coordinator, Caseworker, Local],
        [CaseAction.OpenEntitlements] = [Caseworker],
        [CaseAction.RequestPayment] = [Caseworker, Local],
        [CaseAction.ApprovePayment] = [Approver],
        [CaseAction.CancelPayment] = [Caseworker, Approver, Local],
        [CaseAction.PayPayment] = [Local],
        [CaseAction.AccountForPayment] = [Approver],
        [CaseAction.SeeFollowUp] = [Coordinator, Caseworker, Local],
        [CaseAction.SeeEvaluation] = [],
        [CaseAction.Evaluate] = [],
        [CaseAction.RecordFollowUp] = [Local, Caseworker],
        [CaseAction.WriteProgressNote] = [Caseworker],
        [CaseAction.SeeDocuments] = [Coordinator, Caseworker],
        [CaseAction.AddDocument] = [Coordinator, Caseworker],
        [CaseAction.SeeTrail] = [Coordinator, Caseworker],
        [CaseAction.DiscloseWithoutConsent] = [Coordinator],
        [CaseAction.ReviewBrokenGlass] = [Coordinator],
        [CaseAction.TakeOn] = [Professional, Caseworker, Local],
        [CaseAction.ShareCase] = [Professional, Coordinator, Caseworker, Local],
        [CaseAction.Stop] = [Professional, Coordinator, Caseworker, Local],
        [CaseAction.Resume] = [Coordinator, Caseworker],
        [CaseAction.EndSupport] = [Coordinator, Caseworker, Local],
        [CaseAction.Close] = [Coordinator, Caseworker],
        [CaseAction.AskAboutInvestigation] = [Coordinator, Caseworker],
        [CaseAction.KeepNotes] = [Professional, Coordinator, Caseworker, Local],
        [CaseAction.SeeProgressNotes] = [Professional, Coordinator, Caseworker],
        [CaseAction.AnswerMoreSupport] = [Caseworker],
        [CaseAction.MakeLink] = [Coordinator],
        [CaseAction.HandToRegion] = [Coordinator],
        [CaseAction.AskIfMet] = [Coordinator, Caseworker],
        [CaseAction.SeeJustice] = [Coordinator, Caseworker],
        [CaseAction.EditJustice] = [Coordinator, Caseworker],
        [CaseAction.EndJustice] = [Coordinator],
        [CaseAction.SeeJourneyHelp] = [Coordinator, Caseworker, Local],
        [CaseAction.AnswerJourneyHelp] = [Caseworker, Local],
        [CaseAction.SeeChildren] = [Professional, Coordinator, Caseworker, Local],
        [CaseAction.EditChildren] = [Professional, Coordinator],
        [CaseAction.DecideChildSupport] = [Caseworker],
        [CaseAction.EditMinor] = [Professional, Coordinator, Caseworker],
        [CaseAction.ConfirmTakingOver] = [Coordinator, Caseworker, Local],
        [CaseAction.MoveProgramme] = [Coordinator],
        [CaseAction.SeeCash] = [],
        [CaseAction.ConfirmCash] = [],
        [CaseAction.PayCash] = [],
        [CaseAction.RecordPresented] = [],
        [CaseAction.SettleDoubt] = [],
        [CaseAction.EndCash] = [],
        [CaseAction.RecoverCash] = [],
        [CaseAction.TellOnTheWay] = [Coordinator, Caseworker, Local],
        [CaseAction.SeeTravelCosts] = [Caseworker, Approver],
        [CaseAction.EditTravelCosts] = [Caseworker],
        [CaseAction.ApproveTravelCosts] = [Approver],
        [CaseAction.HandOut] = [Caseworker],
    };

    private static readonly Dictionary<Role, Compartment> Opens = new()
    {
        [Professional] = Compartment.Contact | Compartment.Protection | Compartment.Notes,
        [Coordinator] =
            Compartment.Identity
            | Compartment.Contact
            | Compartment.Protection
            | Compartment.Health
            | Compartment.Travel
            | Compartment.Justice
            | Compartment.Notes,
        [Caseworker] =
            Compartment.Identity
            | Compartment.Contact
            | Compartment.Protection
            | Compartment.Health
            | Compartment.Travel
            | Compartment.Justice
            | Compartment.Bank
            | Compartment.Notes,
        [Approver] = Compartment.Bank,
        [Local] = Compartment.Identity | Compartment.Contact | Compartment.Protection | Compartment.Travel | Compartment.Bank | Compartment.Notes,
        [Role.MigrationOfficer] = Compartment.Identity | Compartment.Contact | Compartment.Notes,
    };

    // What each relation leaves of a role's compartments.
    private static readonly Dictionary<CaseRelation, Compartment> Leaves = new()
    {
        [CaseRelation.OwnTask] = Compartments.All,
        [CaseRelation.Consent] = Compartments.All,
        [CaseRelation.NotNamedForProtected] = ~ProtectedByName & Compartments.All,
        [CaseRelation.Emergency] = Compartments.All,
        [CaseRelation.MinimumOnTheWay] = Compartment.Travel | Compartment.Contact,
        [CaseRelation.MinimumForMoney] = Compartment.None,
        [CaseRelation.JusticeThread] = Compartment.Justice | Compartment.Contact,
        [CaseRelation.BroughtAndAnswered] = Compartment.Protection,
        [CaseRelation.BroughtAndEnded] = Compartment.None,
    };

    // What shows the pages on which the compartments stand, and nothing that changes the case.
    private static readonly CaseAction[] Emergency =
    [
        CaseAction.SeeCase,
        CaseAction.OpenSealed,
        CaseAction.SeePerson,
        CaseAction.SeeChildren,
        CaseAction.SeeAssessment,
        CaseAction.SeeTravel,
        CaseAction.SeePlanAndMoney,
        CaseAction.SeeFollowUp,
        CaseAction.SeeCash,
    ];

    // Behind the wall of the thread: a role alone does not open it.
    private static readonly CaseAction[] OfTheThread = [CaseAction.SeeJustice, CaseAction.EditJustice, CaseAction.EndJustice];

    // All that is left to whoever sees a case for its thread alone, within what the role may.
    private static readonly CaseAction[] ThreadAlone =
    [
        CaseAction.OpenSealed,
        // Of the consents the one to the thread: whoever tells the person is whom the person says no to.
        CaseAction.SeeConsents,
        CaseAction.WithdrawConsent,
        CaseAction.SeeJustice,
        CaseAction.EditJustice,
        CaseAction.SeeJourneyHelp,
        CaseAction.AnswerJourneyHelp,
    ];

    /// <summary>The actions that stand behind the wall of the thread of access to justice.</summary>
    public static IReadOnlyList<CaseAction> BehindTheThreadsWall => OfTheThread;

    /// <summary>What someone may do who sees the case for its thread alone.</summary>
    public static IReadOnlySet<CaseAction> InThreadAlone(Role role) => ThreadAlone.Where(a => Actions[a].Contains(role)).ToHashSet();

    /// <summary>What someone may do who sees the case in an emergency alone: read what the role could.</summary>
    public static IReadOnlySet<CaseAction> InEmergency(Role role, ProgrammeVersion version) =>
        Emergency
            .Where(a => VersionDuties.RolesFor(a, version).Contains(role) && (version.Kind == ProgrammeKind.CashSupport || Actions[a].Contains(role)))
            .ToHashSet();

    /// <summary>Whether the role works on cases of any kind.</summary>
    public static bool WorksOnCases(Role role) =>
        Actions[CaseAction.SeeCase].Contains(role) || CashDuties.RolesFor(CaseAction.SeeCase).Contains(role);

    /// <summary>Every role that may do the action in a case of the version in force that it can see; <see cref="VersionDuties"/> says it for any version.</summary>
    public static IReadOnlyList<Role> RolesFor(CaseAction action) => Actions[action];

    /// <summary>The compartments the role's task can need; a consent can only make it less.</summary>
    public static Compartment CompartmentsFor(Role role) => Opens.GetValueOrDefault(role);

    /// <summary>What is left of them in a relation to the case; a consent, an emergency or the mark of protection can only make it less.</summary>
    public static Compartment CompartmentsFor(Role role, CaseRelation relation) => CompartmentsFor(role) & Leaves[relation];

    /// <summary>The same in a case of a version: its forms are filled in by those it names.</summary>
    public static Compartment CompartmentsFor(Role role, CaseRelation relation, ProgrammeVersion version) =>
        (CompartmentsFor(role) | VersionDuties.FormsOf(role, version)) & Leaves[relation];
}
