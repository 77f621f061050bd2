using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Matters;

[Needs(CaseAction.TakeMatter)]
internal sealed class TakeModel(MatterService matters) : CasePageModel
{
    public IActionResult OnGet() => Redirect(CaseLinks.To(Handle.CaseId));

    public async Task<IActionResult> OnPostAsync()
    {
        await matters.TakeAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }
}
