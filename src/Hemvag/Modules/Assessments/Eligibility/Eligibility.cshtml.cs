using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>One criterion as it was answered; without an answer it was not asked.</summary>
internal sealed class CriterionInput
{
    [MaxLength(60)]
    public string? Id { get; set; }

    public CriterionAnswer? Answer { get; set; }
}

internal sealed class EligibilityInput
{
    public List<CriterionInput> Criteria { get; set; } = [];

    public DestinationKind? Destination { get; set; }

    public bool? PermanentPermit { get; set; }

    [Required]
    public string? Reasons { get; set; }

    [Required]
    public bool? CanTakePart { get; set; }

    public string? OfferedInstead { get; set; }

    [Required]
    public DateOnly? DecidedOn { get; set; }
}

/// <summary>Whether the person can take part (S1.17-S1.20, S1.41): the decisions there are, and the form for the next.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class EligibilityModel(EligibilityDecisions decisions, EligibilityQueries queries, ProgrammeCatalogue programmes, TimeProvider time)
    : AssessmentPageModel(time)
{
    [BindProperty]
    public EligibilityInput Input { get; set; } = new();

    internal IReadOnlyList<DecisionView> Decisions { get; private set; } = [];

    internal EligibilityDefinition Rule => programmes.Get(Case.ProgrammeId).Eligibility;

    internal bool MayDecide => Handle.May(CaseAction.DecideEligibility) && Case.ClosedAt is null;

    internal IReadOnlyList<Choice> Destinations
    {
        get
        {
            var words = HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ProgrammesTexts>>();
            return
            [
                .. Rule.Destinations.Select(d => new Choice(d.ToString(), words[$"DestinationKind.{d}"])),
                new Choice("", words["Answer.NotAsked"], Quiet: true),
            ];
        }
    }

    public async Task OnGetAsync()
    {
        Input.DecidedOn = Today;
        await LoadAsync();
    }

    [Needs(CaseAction.DecideEligibility)]
    public async Task<IActionResult> OnPostAsync()
    {
        var criteria = Input
            .Criteria.Where(c => c.Id is not null)
            .DistinctBy(c => c.Id)
            .ToDictionary(c => c.Id!, c => c.Answer ?? CriterionAnswer.NotAsked, StringComparer.Ordinal);
        var reasons = new EligibilityReasons(criteria, Input.Destination, Input.PermanentPermit, Input.Reasons!, Input.OfferedInstead);
        await decisions.DecideAsync(Handle, OperationId, Input.CanTakePart!.Value, Input.DecidedOn!.Value, reasons);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Eligibility));
    }

    public override async Task LoadAsync()
    {
        var answered = Input.Criteria;
        // The programme's criteria in the programme's order, whatever was posted.
        Input.Criteria = [.. Rule.Criteria.Select(c => new CriterionInput { Id = c.Id, Answer = answered.Find(a => a.Id == c.Id)?.Answer })];
        Decisions = await queries.DecisionsAsync(Handle, IsOpen(Compartment.Protection) ? Opened : null);
    }
}
