using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>
/// What the version of the programme says of who does what in its cases: whoever may set a milestone may do what leads to it, and whoever
/// fills in a form may write in it. Where the version lacks the milestone, nobody does. (Who signs the application: S1.48, S3.18, S0.14.)
/// </summary>
internal static class VersionDuties
{
    private static readonly Dictionary<CaseAction, MilestoneKind> LeadsTo = new()
    {
        [CaseAction.DecideEligibility] = MilestoneKind.EligibilityDecided,
        [CaseAction.RecordInformation] = MilestoneKind.InformationGiven,
        [CaseAction.SignApplication] = MilestoneKind.ApplicationSigned,
        [CaseAction.Refer] = MilestoneKind.Referred,
        [CaseAction.ConfirmReceipt] = MilestoneKind.ReceiptConfirmed,
        [CaseAction.AnswerSupport] = MilestoneKind.SupportAnswered,
        [CaseAction.OpenEntitlements] = MilestoneKind.EntitlementsOpened,
        [CaseAction.Evaluate] = MilestoneKind.Evaluated,
    };

    // What a version without the milestone has no use for; who does it is the same in every version that has it.
    private static readonly Dictionary<CaseAction, MilestoneKind> OnlyWith = new()
    {
        [CaseAction.EditPlan] = MilestoneKind.PlanAgreed,
        [CaseAction.AgreeToPlan] = MilestoneKind.PlanAgreed,
        [CaseAction.ArrangeTravel] = MilestoneKind.Booked,
        [CaseAction.RequestPayment] = MilestoneKind.EntitlementsOpened,
        [CaseAction.DecideChildSupport] = MilestoneKind.EntitlementsOpened,
    };

    private static readonly Dictionary<CaseAction, FormKind> Fills = new()
    {
        [CaseAction.EditApplication] = FormKind.Application,
        [CaseAction.AssessNeeds] = FormKind.NeedsInventory,
        [CaseAction.AssessHealth] = FormKind.HealthAssessment,
    };

    // Who has to do something on a page sees the page.
    private static readonly Dictionary<CaseAction, CaseAction[]> SeenWith = new()
    {
        [CaseAction.SeeAssessment] = [CaseAction.RecordInformation, CaseAction.AssessNeeds],
        [CaseAction.SeeApplication] = [CaseAction.EditApplication, CaseAction.SignApplication, CaseAction.Refer],
    };

    /// <summary>The actions whose roles a version names.</summary>
    public static IEnumerable<CaseAction> Governed => LeadsTo.Keys.Concat(Fills.Keys);

    /// <summary>Every role that may do the action in a case of the version that it can see.</summary>
    public static IReadOnlyList<Role> RolesFor(CaseAction action, ProgrammeVersion version)
    {
        if (version.Kind == ProgrammeKind.CashSupport)
        {
            return CashDuties.RolesFor(action);
        }

        if (LeadsTo.TryGetValue(action, out var milestone))
        {
            return version.Milestones.FirstOrDefault(m => m.Kind == milestone)?.Roles ?? [];
        }

        if (action == CaseAction.SeeEvaluation)
        {
            return version.Milestones.Any(m => m.Kind == MilestoneKind.Evaluated) ? CasePermissions.RolesFor(CaseAction.SeeFollowUp) : [];
        }

        if (Fills.TryGetValue(action, out var form))
        {
            return version.Form(form).FilledBy;
        }

        if (OnlyWith.TryGetValue(action, out var needed) && version.Milestones.All(m => m.Kind != needed))
        {
            return [];
        }

        return SeenWith.TryGetValue(action, out var because)
            ? [.. CasePermissions.RolesFor(action).Union(because.SelectMany(a => RolesFor(a, version)))]
            : CasePermissions.RolesFor(action);
    }

    /// <summary>The actions of the given roles in a case of the version.</summary>
    public static IReadOnlySet<CaseAction> ActionsFor(IReadOnlySet<Role> roles, ProgrammeVersion version) =>
        Enum.GetValues<CaseAction>().Where(a => RolesFor(a, version).Any(roles.Contains)).ToHashSet();

    /// <summary>The compartments that the role writes in the forms it fills in, beyond those its task always needs.</summary>
    public static Compartment FormsOf(Role role, ProgrammeVersion version) =>
        version.Forms.Where(f => f.FilledBy.Contains(role)).SelectMany(f => f.Sections).Aggregate(Compartment.None, (all, s) => all | s.Compartment);
}
