using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>Help with a journey on a day. Says nothing of why: the office on the spot reads it too.</summary>
[Needs(CaseAction.SeeJourneyHelp)]
internal sealed class JourneyPageModel(ProceedingQueries queries, JourneyHelping journeys, CaseVault vault, HemvagDbContext db, TimeProvider time)
    : JusticePageModel(time)
{
    [BindProperty(SupportsGet = true)]
    public Guid JourneyId { get; set; }

    public JourneyHelp Help { get; private set; } = null!;

    /// <summary>From where to where; null while sealed.</summary>
    public JourneyHelpPayload? Places { get; private set; }

    /// <summary>It still waits for the reader's own answer.</summary>
    public bool WaitsForMe =>
        Handle.May(CaseAction.AnswerJourneyHelp)
        && Case is { HeldAt: null, JusticeOpenSince: not null }
        && Mine.Any(k => k is WorkItemKind.PlanJourneyHelp or WorkItemKind.HelpWithJourney);

    /// <summary>The help was cancelled after the reader's side had arranged it.</summary>
    public bool IsToBeUndone => Mine.Contains(WorkItemKind.UndoJourneyHelp);

    /// <summary>Where the places are read: Travel, or Justice for those who see the thread alone.</summary>
    public Compartment Where => Handle.MayOpen(Compartment.Travel) ? Compartment.Travel : Compartment.Justice;

    private IReadOnlyList<WorkItemKind> Mine { get; set; } = [];

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.AnswerJourneyHelp)]
    public async Task<IActionResult> OnPostAsync()
    {
        await RequireThereAsync();
        await journeys.ReadyAsync(Handle, OperationId, JourneyId);
        return To(JusticePages.JourneyOf(JourneyId));
    }

    [Needs(CaseAction.SeeJourneyHelp)]
    public async Task<IActionResult> OnPostUndoneAsync()
    {
        await RequireThereAsync();
        await journeys.UndoneAsync(Handle, OperationId, JourneyId);
        // The holder of a case in which the office or IOM Finland sees nothing any more undoes it in their place.
        return To(JusticePages.JourneyOf(JourneyId));
    }

    public override async Task LoadAsync()
    {
        await RequireThereAsync();
        Mine = await JourneyHelping.WaitingFor(db, Handle, JourneyId).Select(w => w.Kind).ToListAsync();
        if (IsOpen(Where))
        {
            var subject = Where == Compartment.Travel ? Help.Subject : Help.SubjectForThread;
            Places = (await vault.ReadAsync<JourneyHelpPayload>(db, Opened!, Where, subject))?.Value;
        }
    }

    private async Task RequireThereAsync() => Help = await queries.JourneyAsync(Handle, JourneyId) ?? throw new NotThereException();
}
