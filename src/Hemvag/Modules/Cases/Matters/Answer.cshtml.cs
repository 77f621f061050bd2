using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>The question is answered and the matter ends; the answer is kept sealed.</summary>
[Needs(CaseAction.AnswerMatter)]
internal sealed class AnswerModel(MatterService matters) : CasePageModel
{
    [BindProperty, Required]
    public string? Answer { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await matters.AnswerAsync(Handle, OperationId, Answer!);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }
}
