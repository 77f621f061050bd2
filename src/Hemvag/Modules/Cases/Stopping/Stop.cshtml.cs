using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>Stops the case with one click, and shows what follows and who does it.</summary>
[Needs(CaseAction.SeeCase)]
internal sealed class StopModel(StopService service, StopQueries queries, TimeProvider time) : CasePageModel, ILoadsForRedisplay
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

    public Task OnGetAsync()
    {
        On = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return LoadAsync();
    }

    public async Task LoadAsync() => Tasks = await queries.TasksAsync(Handle);

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
