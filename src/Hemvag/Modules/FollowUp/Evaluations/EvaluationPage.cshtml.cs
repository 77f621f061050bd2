using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Evaluations;

internal sealed class EvaluationInput
{
    [Required]
    public DateOnly? EvaluatedOn { get; set; }

    [Required]
    public GoalsReached? Goals { get; set; }

    [MaxLength(4000)]
    public string? Helped { get; set; }

    [MaxLength(4000)]
    public string? Lacked { get; set; }

    public bool MayGiveFeedback { get; set; }

    [MaxLength(4000)]
    public string? Feedback { get; set; }

    public bool Forward { get; set; }

    /// <summary>The partners that the form names.</summary>
    public List<Guid> Partners { get; set; } = [];

    public EvaluationRequest ToRequest() => new(EvaluatedOn!.Value, Goals!.Value, Helped, Lacked, MayGiveFeedback, Feedback, Forward, Partners);
}

/// <summary>The evaluation at the end of a case, with the person's feedback on the programme. Not there where the version asks for none.</summary>
[Needs(CaseAction.SeeEvaluation)]
internal sealed class EvaluationPageModel(Evaluating evaluating, ProgressNoteQueries partners, CaseNotes texts, HemvagDbContext db, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public EvaluationInput Input { get; set; } = new();

    public CaseEvaluation? Evaluation { get; private set; }

    public EvaluationPayload? Words { get; private set; }

    public IReadOnlyList<OrganisationView> Partners { get; private set; } = [];

    /// <summary>It comes after the follow-up.</summary>
    public bool IsTime => Case.Has(MilestoneKind.FollowUpDone);

    public bool MayEvaluate => Handle.May(CaseAction.Evaluate) && Case.ClosedAt is null && Evaluation is null;

    private DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    public Task OnGetAsync()
    {
        Input.EvaluatedOn = Today;
        return LoadAsync();
    }

    [Needs(CaseAction.Evaluate)]
    public async Task<IActionResult> OnPostAsync()
    {
        await evaluating.EvaluateAsync(Handle, OperationId, Input.ToRequest());
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Evaluation));
    }

    public async Task LoadAsync()
    {
        Partners = await partners.RecipientsAsync(Handle, Today);
        Evaluation = await db.Set<CaseEvaluation>().AsNoTracking().FirstOrDefaultAsync(e => e.CaseId == Handle.CaseId);
        if (Evaluation is not null)
        {
            var read = await texts.ReadAsync<EvaluationPayload>(Handle, CaseEvaluation.SubjectPrefix);
            Words = read.Select(r => r.Value).FirstOrDefault();
        }
    }
}
