using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>The journey leg by leg, with the time to change between them and what was planned before.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class LegsModel(LegReading reading, LegKeeping keeping, ProgrammeCatalogue programmes, TimeProvider time)
    : TravelPageModel(programmes, time),
        ILoadsForRedisplay
{
    /// <summary>The leg that was planned last of those shown.</summary>
    [BindProperty]
    public Guid? Newest { get; set; }

    internal LegsView View { get; private set; } = null!;

    internal IReadOnlyDictionary<string, LegPlan> Plans { get; private set; } = new Dictionary<string, LegPlan>();

    /// <summary>The time to change to a leg, by its id; empty while sealed.</summary>
    internal IReadOnlyDictionary<Guid, TimeSpan> Connections { get; private set; } = new Dictionary<Guid, TimeSpan>();

    internal bool IsOpenHere => IsOpen(Compartment.Travel);

    internal bool MayPlan => Handle.May(CaseAction.ArrangeTravel) && (!IsHeld || Case.IsUnderWay) && View.HasJourney && Case.ClosedAt is null;

    /// <summary>The one who can say that a change on the way has been seen.</summary>
    internal bool MayAcknowledge => View.ChangeWaitsFor.Contains(Handle.Account.OrganisationId) && Handle.May(CaseAction.AnswerArrangement);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.AnswerArrangement)]
    public async Task<IActionResult> OnPostSeenAsync()
    {
        await keeping.AcknowledgeAsync(Handle, OperationId, Newest);
        return Redirect(PathTo(LegKeeping.Page));
    }

    public async Task LoadAsync()
    {
        View = await reading.LoadAsync(Handle.CaseId);
        if (IsOpenHere && View.All.Count > 0)
        {
            Plans = await reading.PlansAsync(Handle, Opened!, View.All);
            Connections = Itinerary.Connections([
                .. View.Holding.Where(l => Plans.ContainsKey(l.Subject)).Select(l => new PlannedLeg(l, Plans[l.Subject])),
            ]);
        }
    }

    internal LegPlan? PlanOf(Leg leg) => Plans.GetValueOrDefault(leg.Subject);
}
