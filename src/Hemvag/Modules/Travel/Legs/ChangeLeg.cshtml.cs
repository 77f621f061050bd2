using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>One leg is changed or cancelled. The row stays, and another takes its place.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class ChangeLegModel(
    LegReading reading,
    LegKeeping keeping,
    JourneyReading journeys,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public Guid LegId { get; set; }

    public LegForm Input { get; set; } = new();

    [BindProperty]
    public LegChange? Reason { get; set; }

    internal Leg Leg { get; private set; } = null!;

    internal LegPlan? Plan { get; private set; }

    internal IReadOnlyList<Choice> Zones => journeys.Zones();

    internal IReadOnlyList<Choice> Reasons => [.. Choices.Of<LegChange>(texts).Where(c => c.Value != nameof(LegChange.Cancelled))];

    internal bool MayChange => Leg.IsAhead && (!IsHeld || Case.IsUnderWay) && Case.ClosedAt is null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Plan is { } plan ? LegForm.Of(Leg, plan) : new LegForm();
    }

    public async Task<IActionResult> OnPostAsync(LegForm input)
    {
        Input = input;
        await RequireThereAsync();
        await keeping.ReplaceAsync(Handle, OperationId, LegId, Reason, input.Read());
        return Redirect(PathTo(LegKeeping.Page));
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await RequireThereAsync();
        await keeping.CancelAsync(Handle, OperationId, LegId);
        return Redirect(PathTo(LegKeeping.Page));
    }

    public async Task LoadAsync()
    {
        await RequireThereAsync();
        if (IsOpen(Compartment.Travel))
        {
            Plan = (await reading.PlansAsync(Handle, Opened!, [Leg])).GetValueOrDefault(Leg.Subject);
        }
    }

    private async Task RequireThereAsync() => Leg = (await reading.LoadAsync(Handle.CaseId)).Find(LegId) ?? throw new NotThereException();
}
