using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.TravelDay;

internal sealed class SafePlaceForm
{
    [Required, MaxLength(500)]
    public string? Where { get; set; }

    [MaxLength(300)]
    public string? WithWhom { get; set; }

    public SafePlaceWords Read() => new(Where!, WithWhom);
}

/// <summary>The day of travel on a phone: the next leg, planned and actual, and one tap for what happens.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class TodayModel(
    TravelDayReading reading,
    TravelDayTaps taps,
    NotSo notSo,
    TravelMilestones milestones,
    StopService stops,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [BindProperty]
    public Guid LegId { get; set; }

    /// <summary>When what the page shows as told last was told.</summary>
    [BindProperty]
    public long Told { get; set; }

    [BindProperty]
    public NotSoReason? NotSoReason { get; set; }

    public SafePlaceForm Safe { get; set; } = new();

    /// <summary>Whoever may stop and not see the journey stops on the page of that name: what this one refuses it shows.</summary>
    internal override bool MayBeHere => Handle.May(CaseAction.SeeTravel);

    internal TravelDayView View { get; private set; } = null!;

    internal IReadOnlyDictionary<string, LegPlan> Plans { get; private set; } = new Dictionary<string, LegPlan>();

    internal SafePlaceWords? SafePlace { get; private set; }

    internal bool IsOpenHere => IsOpen(Compartment.Travel);

    internal bool IsOver => Case.ClosedAt is not null || Case.Has(MilestoneKind.MetOnArrival);

    internal bool StoppedOnTheWay => IsHeld && Case.IsUnderWay;

    internal bool MayDepart => !IsOver && View.Next is { State: LegState.Planned } && Handle.May(CaseAction.RecordDeparture);

    internal bool MayLand => !IsOver && View.Next is { State: LegState.UnderWay } && Handle.May(CaseAction.TellOnTheWay);

    internal bool MayMeet => !IsOver && Handle.May(CaseAction.RecordArrival);

    /// <summary>A leg is not over, or the case is stopped: that the person has been met is said on a page of its own.</summary>
    internal bool MetIsASecondStep => IsHeld || View.Next is not null;

    internal static string MetPage => $"{CaseLinks.Travel}/milestones/{MilestoneKind.MetOnArrival}";

    /// <summary>Until something else rests on it.</summary>
    internal bool MayTakeBack =>
        Case.ClosedAt is null
        && View.Told is { } told
        && Handle.May(told.Milestone is { } kind ? TravelMilestones.ActionFor(kind) : CaseAction.TellOnTheWay);

    internal bool MayTell => !IsOver && Handle.May(CaseAction.TellOnTheWay);

    internal bool MayStop => Case.CanBeStopped && Handle.May(CaseAction.Stop);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.RecordDeparture)]
    public async Task<IActionResult> OnPostDepartedAsync()
    {
        await RequireLegAsync();
        await taps.DepartedAsync(Handle, OperationId, LegId);
        return Back();
    }

    [Needs(CaseAction.TellOnTheWay)]
    public async Task<IActionResult> OnPostLandedAsync()
    {
        await RequireLegAsync();
        await taps.LandedAsync(Handle, OperationId, LegId);
        return Back();
    }

    [Needs(CaseAction.RecordArrival)]
    public async Task<IActionResult> OnPostMetAsync()
    {
        await LoadAsync();
        if (MetIsASecondStep && !IsOver)
        {
            return Redirect(PathTo(MetPage));
        }

        await milestones.RecordAsync(Handle, OperationId, MilestoneKind.MetOnArrival, Today);
        return Back();
    }

    [Needs(CaseAction.TellOnTheWay)]
    public async Task<IActionResult> OnPostHeardAsync()
    {
        await taps.HeardAsync(Handle, OperationId);
        return Back();
    }

    [Needs(CaseAction.TellOnTheWay)]
    public async Task<IActionResult> OnPostNotSoAsync()
    {
        await notSo.TakeBackAsync(Handle, OperationId, Told, NotSoReason);
        return Back();
    }

    [Needs(CaseAction.Stop)]
    public async Task<IActionResult> OnPostStopAsync()
    {
        await stops.StopAsync(Handle, OperationId);
        return Back();
    }

    [Needs(CaseAction.TellOnTheWay)]
    public async Task<IActionResult> OnPostSafeAsync(SafePlaceForm safe)
    {
        Safe = safe;
        await taps.SafeAsync(Handle, OperationId, safe.Read());
        return Back();
    }

    public async Task LoadAsync()
    {
        View = await reading.LoadAsync(Handle.CaseId);
        if (IsOpenHere && (View.Legs.Count > 0 || View.HasSafePlace))
        {
            (Plans, SafePlace) = await reading.WordsAsync(Handle, Opened!, View.Legs);
        }
    }

    internal LegPlan? PlanOf(Leg leg) => Plans.GetValueOrDefault(leg.Subject);

    private async Task RequireLegAsync()
    {
        await LoadAsync();
        if (View.Legs.All(l => l.Id != LegId))
        {
            throw new NotThereException();
        }
    }

    private RedirectResult Back() => Redirect(PathTo(SilenceClimb.Page));
}
