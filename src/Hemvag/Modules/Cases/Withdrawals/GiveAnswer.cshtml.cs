using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Withdrawals;

/// <summary>A past recipient says what it has done with what it had. Holds the case's number and nothing of what is in it.</summary>
[ForRoles(Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.IomApprover, Role.LocalOfficeWorker)]
internal sealed class GiveAnswerModel(RecipientAnswers answers, IStringLocalizer<ProgrammesTexts> words) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public Guid AnswerId { get; set; }

    [BindProperty]
    public RecipientAnswerKind? Answer { get; set; }

    [BindProperty]
    public KeptUnder? Under { get; set; }

    internal AskedAnswer Asked { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var answer = Answer ?? throw new RefusedException(CaseRefusals.AnswerMissing, nameof(Answer));
        await answers.GiveAsync(Me, OperationId, Asked, answer, Under);
        return Redirect($"/recipient-answers/{AnswerId}");
    }

    public async Task LoadAsync() => Asked = await answers.FindAsync(Me, AnswerId) ?? throw new NotThereException();

    internal string What(Compartment compartments) => string.Join(", ", Compartments.Each(compartments).Select(c => words[$"Compartment.{c}"].Value));
}
