using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Travel.Milestones;

/// <summary>One milestone of the journey: the gates before an act, or the day of a fact.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class MilestoneModel(
    TravelQueries queries,
    LegReading legs,
    TravelMilestones milestones,
    GateBoard gates,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    private readonly ProgrammeCatalogue programmes = programmes;

    [FromRoute]
    public string Milestone { get; set; } = "";

    [BindProperty, Required]
    public DateOnly? OccurredOn { get; set; }

    /// <summary>Only where a day is corrected.</summary>
    [BindProperty]
    public CorrectionReason? Reason { get; set; }

    /// <summary>The day that the form of a correction had shown.</summary>
    [BindProperty]
    public DateOnly? Shown { get; set; }

    /// <summary>Someone else has corrected the day since.</summary>
    internal bool WasCorrected => Shown is { } shown && Reached is { } reached && reached.OccurredOn != shown;

    internal MilestoneKind Kind { get; private set; }

    internal CaseMilestone? Reached { get; private set; }

    /// <summary>Of an act its own; of a fact those of the journey that are still looked at until the person has been met.</summary>
    internal IReadOnlyList<GateState> Gates { get; private set; } = [];

    /// <summary>Whoever says that the person has been met is told that a leg is not over, or the case is stopped.</summary>
    internal bool IsBeforeTheEnd { get; private set; }

    internal bool MayCorrect => Reached is not null && Case.ClosedAt is null && Handle.May(TravelMilestones.ActionFor(Kind));

    internal bool IsAct => TravelMilestones.IsAct(Kind);

    internal bool MaySet => Handle.May(TravelMilestones.ActionFor(Kind)) && !(IsAct && IsHeld);

    /// <summary>Which handler takes the form: each needs another right.</summary>
    internal string Handler =>
        TravelMilestones.ActionFor(Kind) switch
        {
            CaseAction.ArrangeTravel => "Act",
            CaseAction.RecordDeparture => "Departure",
            _ => "Arrival",
        };

    /// <summary>The link that settles a gate names the act where this module knows it.</summary>
    internal static string LinkKey(GateState gate) =>
        gate.Page.StartsWith(CaseLinks.Travel, StringComparison.Ordinal) ? $"Gate.Do.{gate.Kind}" : "Gate.Do.Other";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        OccurredOn = Reached?.OccurredOn ?? Today;
    }

    [Needs(CaseAction.ArrangeTravel)]
    public Task<IActionResult> OnPostActAsync() => SetAsync(CaseAction.ArrangeTravel, milestones.ActAsync);

    [Needs(CaseAction.RecordDeparture)]
    public Task<IActionResult> OnPostDepartureAsync() => SetAsync(CaseAction.RecordDeparture, milestones.RecordAsync);

    [Needs(CaseAction.RecordArrival)]
    public Task<IActionResult> OnPostArrivalAsync() => SetAsync(CaseAction.RecordArrival, milestones.RecordAsync);

    [Needs(CaseAction.ArrangeTravel)]
    public Task<IActionResult> OnPostCorrectActAsync() => SetAsync(CaseAction.ArrangeTravel, CorrectAsync);

    [Needs(CaseAction.RecordDeparture)]
    public Task<IActionResult> OnPostCorrectDepartureAsync() => SetAsync(CaseAction.RecordDeparture, CorrectAsync);

    [Needs(CaseAction.RecordArrival)]
    public Task<IActionResult> OnPostCorrectArrivalAsync() => SetAsync(CaseAction.RecordArrival, CorrectAsync);

    public async Task LoadAsync()
    {
        Kind = Parse();
        Reached = (await queries.LoadAsync(Handle)).Of(Kind);
        if (Reached is null)
        {
            IsBeforeTheEnd = Kind == MilestoneKind.MetOnArrival && (IsHeld || (await legs.LoadAsync(Handle.CaseId)).Holding.Any(l => l.IsAhead));
            Gates = await queries.GatesAsync(Handle, gates, programmes, Kind, Today);
        }
    }

    private Task CorrectAsync(CaseHandle handle, Guid operationId, MilestoneKind kind, DateOnly occurredOn) =>
        milestones.CorrectAsync(
            handle,
            operationId,
            kind,
            Shown,
            occurredOn,
            Reason ?? throw new RefusedException(TravelRefusals.CorrectionReasonMissing, nameof(Reason))
        );

    private async Task<IActionResult> SetAsync(CaseAction needed, Func<CaseHandle, Guid, MilestoneKind, DateOnly, Task> set)
    {
        Kind = Parse();
        if (TravelMilestones.ActionFor(Kind) != needed)
        {
            // A handler takes only the milestones its right is for.
            throw new NotThereException();
        }

        await set(Handle, OperationId, Kind, OccurredOn!.Value);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    // The framework writes addresses in lower case.
    private MilestoneKind Parse() =>
        TravelMilestones
            .All.Where(k => k.ToString().Equals(Milestone, StringComparison.OrdinalIgnoreCase))
            .Select(k => (MilestoneKind?)k)
            .FirstOrDefault()
        ?? throw new NotThereException();
}
