using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Ending;

/// <summary>Ends what is not paid of a decision.</summary>
[Needs(CaseAction.EndCash)]
internal sealed class EndCashModel(
    CashQueries queries,
    FamilyNames names,
    CashWords words,
    CashEndings endings,
    IStringLocalizer<CasesTexts> cases,
    TimeProvider time
) : CashPageModel(queries, names, words, time)
{
    [BindProperty]
    public ClosingGround? Ground { get; set; }

    internal IReadOnlyList<Choice> Grounds =>
        [.. CashEndings.GroundsFor(Handle.Account).Select(g => new Choice(g.ToString(), cases[$"ClosingGround.{g}"]))];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await endings.EndAsync(Handle, OperationId, Ground ?? throw new RefusedException(CashRefusals.EndGroundNotYours, nameof(Ground)));
        // Whoever works on the case through a consent no longer sees it.
        return Redirect(CashPages.Desk);
    }
}
