using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Assessments.Concluding;

internal sealed class ConclusionInput
{
    [Required]
    public ConclusionOutcome? Outcome { get; set; }

    public TravelFitness? Fitness { get; set; }

    [Required]
    public DateOnly? ConcludedOn { get; set; }
}

/// <summary>What the first pages of needs and health share: the sections, the conclusions, and the form for the next.</summary>
internal abstract class ConclusionPageModel(Conclusions conclusions, ConclusionQueries queries, FormSections sections, TimeProvider time)
    : AssessmentPageModel(time)
{
    [BindProperty]
    public ConclusionInput Input { get; set; } = new();

    internal abstract FormKind Kind { get; }

    internal abstract AssessmentPart Part { get; }

    internal FormDefinition Form => sections.Form(Case, Kind);

    internal IReadOnlyDictionary<string, FilledSection> Filled { get; private set; } = new Dictionary<string, FilledSection>();

    internal IReadOnlyList<ConclusionView> Conclusions { get; private set; } = [];

    /// <summary>What it takes to write in it and to conclude it.</summary>
    internal abstract CaseAction Assessing { get; }

    internal bool MayAssess => Handle.May(Assessing) && Case.ClosedAt is null;

    public Task OnGetAsync()
    {
        Input.ConcludedOn = Today;
        return LoadAsync();
    }

    public override async Task LoadAsync()
    {
        Filled = await sections.FilledAsync(Handle.CaseId, Kind);
        Conclusions = await queries.OfAsync(Handle, Part);
    }

    protected Task<bool> ConcludeAsync() =>
        conclusions.ConcludeAsync(Handle, OperationId, Part, Input.Outcome!.Value, Input.Fitness, Input.ConcludedOn!.Value);
}
