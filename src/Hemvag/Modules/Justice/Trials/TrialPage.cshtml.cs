using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>Taking part in a trial in Sweden: the person's wish, summons, journey, protection and costs.</summary>
[Needs(CaseAction.SeeJustice)]
internal sealed class TrialPageModel(
    ProceedingQueries queries,
    TrialService trials,
    JourneyHelping journeys,
    CaseVault vault,
    HemvagDbContext db,
    TimeProvider time
) : JusticePageModel(time)
{
    private bool typed;

    [BindProperty(SupportsGet = true)]
    public Guid ProceedingId { get; set; }

    public TrialView View { get; private set; } = null!;

    public PartInput Part { get; set; } = new();

    public CostInput Cost { get; set; } = new();

    public JourneyInput NewJourney { get; set; } = new();

    /// <summary>What is sealed about it; null while sealed or before anything is written.</summary>
    public Unsealed<TrialPayload>? Stored { get; private set; }

    /// <summary>What was written before is read before it is written over.</summary>
    public bool MayWrite => MayEdit && (View.Version == 0 || IsOpen(Compartment.Justice));

    /// <summary>Someone else has written since the form was shown.</summary>
    public bool WasWritten => typed && View.Version != Part.Version;

    public bool MayAskForJourney => MayEdit && Case.HeldAt is null && View.Part is { Wish: TrialWish.TakesPartInPerson };

    internal static IReadOnlyList<Choice> CurrencyChoices { get; } = [new("SEK", "SEK"), new("EUR", "EUR"), new("USD", "USD")];

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostPartAsync(PartInput part)
    {
        (Part, typed) = (part, true);
        await RequireThereAsync();
        await trials.WriteAsync(
            Handle,
            OperationId,
            ProceedingId,
            part.Version,
            part.Wish!.Value,
            part.AskedOn!.Value,
            new TrialPayload(part.Summons, part.Protection)
        );
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostCostAsync(CostInput cost)
    {
        Cost = cost;
        await RequireThereAsync();
        var amount = new Amount(cost.Amount!.Value, cost.Currency!);
        await trials.AddCostAsync(Handle, OperationId, ProceedingId, cost.Kind!.Value, amount, cost.Bearer!.Value);
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostRemoveCostAsync(Guid costId)
    {
        await RequireThereAsync();
        if (!await db.Set<TrialCost>().AnyAsync(c => c.Id == costId && c.ProceedingId == ProceedingId && c.CaseId == Handle.CaseId))
        {
            throw new NotThereException();
        }

        await trials.RemoveCostAsync(Handle, OperationId, ProceedingId, costId);
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostJourneyAsync(JourneyInput newJourney)
    {
        NewJourney = newJourney;
        await RequireThereAsync();
        await journeys.AskAsync(Handle, OperationId, ProceedingId, newJourney.Read());
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostCancelJourneyAsync(Guid journeyId)
    {
        await RequireThereAsync();
        if (View.Journeys.All(j => j.Id != journeyId))
        {
            throw new NotThereException();
        }

        await journeys.CancelAsync(Handle, OperationId, ProceedingId, journeyId);
        return Back();
    }

    public override async Task LoadAsync()
    {
        await RequireThereAsync();
        if (View.Version > 0 && IsOpen(Compartment.Justice))
        {
            Stored = await vault.ReadAsync<TrialPayload>(db, Opened!, Compartment.Justice, TrialPart.SubjectOf(ProceedingId));
        }

        if (!typed && View.Part is { } part)
        {
            Part = new PartInput
            {
                Wish = part.Wish,
                AskedOn = part.AskedOn,
                Summons = Stored?.Value.Summons,
                Protection = Stored?.Value.Protection,
            };
        }
    }

    private async Task RequireThereAsync() => View = await queries.TrialAsync(Handle, ProceedingId) ?? throw new NotThereException();

    private RedirectResult Back() => To(JusticePages.Trial(ProceedingId));
}
