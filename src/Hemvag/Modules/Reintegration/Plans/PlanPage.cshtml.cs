using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>The plan: its items, what they cost against the ceilings, and the three yeses.</summary>
[Needs(CaseAction.SeePlanAndMoney)]
internal sealed class PlanPageModel(
    PlanQueries queries,
    SealedNotes notes,
    PlanDrafting drafting,
    PlanAgreeing agreeing,
    PlanDesk desk,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    private IReadOnlyDictionary<string, PlanInterpreter> interpreters = new Dictionary<string, PlanInterpreter>();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal PlanView View { get; private set; } = new(0, [], []);

    internal IReadOnlyDictionary<Guid, Unsealed<PlanItemText>> Texts { get; private set; } = new Dictionary<Guid, Unsealed<PlanItemText>>();

    internal PlanDesk Desk => desk;

    internal EntitlementSet Lines => desk.Programme(Handle).Entitlements;

    internal bool MayEdit => Handle.May(CaseAction.EditPlan) && Case.ClosedAt is null;

    /// <summary>All have agreed, and the milestone still waits for a caseworker.</summary>
    internal bool MayConclude => MayEdit && View.AgreedByAll && !Case.Has(MilestoneKind.PlanAgreed);

    internal bool MaySayYes(PlanParty party) =>
        Handle.May(CaseAction.AgreeToPlan)
        && Case.ClosedAt is null
        && View.Items.Count > 0
        && View.YesOf(party) is null
        && PlanParties.MayRecord(party, Handle.Roles);

    /// <summary>The party the reader can answer for first.</summary>
    internal PlanParty? FirstToSayYes => PlanParties.All.Where(MaySayYes).Select(p => (PlanParty?)p).FirstOrDefault();

    /// <summary>Null when nobody interpreted, or while it is closed.</summary>
    internal string? Interpreter(PlanAgreement yes) => interpreters.GetValueOrDefault(PlanSubjects.Interpreter(yes.Id))?.Name;

    /// <summary>The lines of each child that the plan has something for, with its share.</summary>
    internal IEnumerable<(int Ordinal, EntitlementDefinition Line)> OfChildren =>
        View
            .Items.Where(i => i.ChildOrdinal is not null)
            .Select(i => (Ordinal: i.ChildOrdinal!.Value, i.Category))
            .Distinct()
            .Order()
            .Select(i => (i.Ordinal, EntitlementRules.OfChild(Lines, EntitlementRules.Line(Lines, i.Category)!)));

    /// <param name="child">"Child 1"; null for the adult.</param>
    internal Amount Planned(EntitlementCategory category, int? child = null) =>
        new(View.Items.Where(i => i.Category == category && i.ChildOrdinal == child).Sum(i => i.AmountMinor), Lines.Currency);

    internal Amount Amount(long minor) => new(minor, Lines.Currency);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditPlan)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid itemId)
    {
        await drafting.RemoveAsync(Handle, OperationId, SectionVersion, itemId);
        return Back();
    }

    [Needs(CaseAction.EditPlan)]
    public async Task<IActionResult> OnPostConcludeAsync()
    {
        await agreeing.ConcludeAsync(Handle, OperationId, SectionVersion, LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone));
        return Back();
    }

    public async Task LoadAsync()
    {
        View = await queries.ReadAsync(Handle);
        if (IsOpen(Compartment.Protection))
        {
            Texts = await queries.TextsAsync(Opened!);
            interpreters = await notes.ReadAsync<PlanInterpreter>(Handle, Compartment.Protection, PlanSubjects.AllInterpreters);
        }
    }

    private RedirectResult Back() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Plan));
}
