using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>The person may want to end the support after arrival: it is held, and someone reaches them.</summary>
[Needs(CaseAction.EndSupport)]
internal sealed class EndSupportModel(StopService service) : CasePageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.AskToEndSupportAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }
}
