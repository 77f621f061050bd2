using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>Help with a journey on a day. Says nothing of why: the office on the spot reads it too.</summary>
[Needs(CaseAction.SeeJourneyHelp)]
internal sealed class JourneyPageModel(ProceedingQueries queries, JourneyHelping journeys, CaseVault vault, HemvagDbContext db, TimeProvider time)
    : JusticePageModel(time)
{
    [BindProperty(SupportsGet = true)]
    public Guid JourneyId { get; set; }

    public JourneyHelp Journey { get; private set; } = null!;

    /// <summary>From where to where; null while sealed.</summary>
    public JourneyHelpPayload? Places { get; private set; }

    /// <summary>It still waits for the reader's own answer.</summary>
    public bool WaitsForMe =>
        Handle.May(CaseAction.AnswerJourneyHelp)
        && Journey.CancelledAt is null
        && (Case.ClosedAt is null || Case.JusticeOpenSince is not null)
        && (Handle.Roles.Contains(Role.LocalOfficeWorker) ? Journey.OfficeReadyAt : Journey.PlannedAt) is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.AnswerJourneyHelp)]
    public async Task<IActionResult> OnPostAsync()
    {
        await RequireThereAsync();
        await journeys.ReadyAsync(Handle, OperationId, JourneyId);
        return To(JusticePages.Journey(JourneyId));
    }

    public override async Task LoadAsync()
    {
        await RequireThereAsync();
        if (IsOpen(Compartment.Travel))
        {
            Places = (await vault.ReadAsync<JourneyHelpPayload>(db, Opened!, Compartment.Travel, Journey.Subject))?.Value;
        }
    }

    private async Task RequireThereAsync() => Journey = await queries.JourneyAsync(Handle, JourneyId) ?? throw new NotThereException();
}
