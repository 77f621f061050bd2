using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>Stops the case with one click, and shows what follows and who does it.</summary>
[Needs(CaseAction.SeeCase)]
internal sealed class StopModel(StopService service) : CasePageModel
{
    [BindProperty]
    public string? Note { get; set; }

    public void OnGet() { }

    [Needs(CaseAction.Stop)]
    public async Task<IActionResult> OnPostAsync()
    {
        await service.StopAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }

    [Needs(CaseAction.Resume)]
    public async Task<IActionResult> OnPostReachedAsync()
    {
        await service.ReachedAsync(Handle, OperationId, Note);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }

    [Needs(CaseAction.Resume)]
    public async Task<IActionResult> OnPostResumeAsync()
    {
        await service.ResumeAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }
}
