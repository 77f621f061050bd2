using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>Stops the case with one click, and shows what follows and who does it.</summary>
[Needs(CaseAction.SeeCase)]
internal sealed class StopModel(
    StopService service,
    StopQueries queries,
    SealedNotes notes,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public ReachedHow? How { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The person is at home: what can follow is that the support ends, not that the journey does.</summary>
    internal bool IsHome => Case.Has(MilestoneKind.MetOnArrival);

    internal IReadOnlyList<StopTask> Tasks { get; private set; } = [];

    /// <summary>What the person said when last reached after a stop; null when nothing was noted, or while it is closed.</summary>
    internal string? Said { get; private set; }

    /// <summary>Null where nobody can have reached the person after a stop yet.</summary>
    internal SealedClosed? SaidSealed =>
        (Case.HeldAt ?? Case.ReachedAfterStopAt) is null || !Handle.MayOpen(Compartment.Contact)
            ? null
            : new SealedClosed(
                Handle.CaseId,
                Compartment.Contact,
                words["Compartment.Contact"],
                texts["Sealed.Holds.Reached"],
                "contact",
                CaseLinks.Stop
            );

    public Task OnGetAsync()
    {
        On = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return LoadAsync();
    }

    public async Task LoadAsync()
    {
        Tasks = await queries.TasksAsync(Handle);
        var all = await notes.ReadAsync<ReachedPayload>(Handle, Compartment.Contact, ReachedPayload.Subject);
        Said = all.GetValueOrDefault(ReachedPayload.Subject)?.Note;
    }

    [Needs(CaseAction.Stop)]
    public async Task<IActionResult> OnPostAsync()
    {
        await service.StopAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }

    [Needs(CaseAction.Resume)]
    public async Task<IActionResult> OnPostReachedAsync()
    {
        await service.ReachedAsync(Handle, OperationId, new ReachedInput(How, On, Note));
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }

    [Needs(CaseAction.Resume)]
    public async Task<IActionResult> OnPostResumeAsync()
    {
        await service.ResumeAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }

    [Needs(CaseAction.Resume)]
    public async Task<IActionResult> OnPostEndSupportAsync()
    {
        await service.EndSupportAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }
}
