using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Investigation;

internal sealed class InvestigationInput
{
    [Required]
    public InvestigationAnswer? Investigation { get; set; }

    public HeardAnswer? Heard { get; set; }

    [Required]
    public DateOnly? AskedOn { get; set; }

    public string? Note { get; set; }
}

/// <summary>Is an investigation open, and has the person been heard or asked (S4.12)? Informs, and never forces.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class InvestigationModel(
    InvestigationAnswers answers,
    InvestigationQueries queries,
    IStringLocalizer<AssessmentsTexts> texts,
    TimeProvider time
) : AssessmentPageModel(time)
{
    [BindProperty]
    public InvestigationInput Input { get; set; } = new();

    internal IReadOnlyList<InvestigationView> Answers { get; private set; } = [];

    internal bool MayAsk => Handle.May(CaseAction.AskAboutInvestigation) && Case.ClosedAt is null;

    internal IReadOnlyList<Choice> HeardChoices =>
        [.. Choices.Of(texts, HeardAnswer.DoesNotWantToSay), new Choice("", texts["Investigation.HeardNotAsked"], Quiet: true)];

    // That an investigation is open is said nowhere else: without the compartment the page is not theirs.
    internal override bool MayBeHere => Handle.MayOpen(Compartment.Justice);

    public async Task OnGetAsync()
    {
        Input.AskedOn = Today;
        await LoadAsync();
    }

    [Needs(CaseAction.AskAboutInvestigation)]
    public async Task<IActionResult> OnPostAsync()
    {
        await answers.RecordAsync(Handle, OperationId, Input.Investigation!.Value, Input.Heard, Input.AskedOn!.Value, Input.Note);
        return Redirect(CaseLinks.To(Handle.CaseId, AssessmentPages.Investigation));
    }

    public override async Task LoadAsync()
    {
        Answers = await queries.AnswersAsync(Handle, IsOpen(Compartment.Justice) ? Opened : null);
    }
}
