using System.ComponentModel.DataAnnotations;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>The question is answered and the matter ends; the answer is kept sealed.</summary>
[Needs(CaseAction.AnswerMatter)]
internal sealed class AnswerModel(MatterService matters, FirstContactQueries queries) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty, Required]
    public string? Answer { get; set; }

    internal FirstContactBlock? FirstContact { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await matters.AnswerAsync(Handle, OperationId, Answer!);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }

    public async Task LoadAsync() => FirstContact = await queries.ForAsync(Handle, "answer");
}
