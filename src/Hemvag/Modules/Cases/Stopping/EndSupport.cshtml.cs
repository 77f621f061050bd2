using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>Ends the support after arrival, at the person's wish.</summary>
[Needs(CaseAction.EndSupport)]
internal sealed class EndSupportModel(StopService service) : CasePageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.EndSupportAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }
}
