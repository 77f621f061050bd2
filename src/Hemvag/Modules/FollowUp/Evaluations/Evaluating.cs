using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Evaluations;

/// <param name="Shown">The partners that the form had named.</param>
/// <param name="Forward">The person's feedback goes to the Swedish partners that the consent to short reports names (S0.23).</param>
internal sealed record EvaluationRequest(
    DateOnly EvaluatedOn,
    GoalsReached Goals,
    string? Helped,
    string? Lacked,
    bool MayGiveFeedback,
    string? Feedback,
    bool Forward,
    IReadOnlyCollection<Guid> Shown
);

/// <summary>Evaluates a case once, at its end (S3.30).</summary>
internal sealed class Evaluating(CaseOperations operations)
{
    /// <exception cref="RefusedException">FeedbackNotAgreed, NoPartnerNamed, SectionChanged, DateInFuture, DateTooEarly, MilestoneTooEarly, MilestoneAlreadyReached, MilestoneNotInVersion.</exception>
    public Task EvaluateAsync(CaseHandle handle, Guid operationId, EvaluationRequest request) =>
        operations.RunAsync(
            handle,
            operationId,
            "EvaluateCase",
            OperationNature.Fact,
            async work =>
            {
                var hasFeedback = !string.IsNullOrWhiteSpace(request.Feedback);
                if (hasFeedback && !request.MayGiveFeedback)
                {
                    throw new RefusedException(FollowUpRefusals.FeedbackNotAgreed, "Input.MayGiveFeedback");
                }

                if (!work.Reached.Contains(MilestoneKind.FollowUpDone))
                {
                    // What happens in the months at home is what is evaluated.
                    throw new RefusedException(CaseRefusals.MilestoneTooEarly);
                }

                var to = hasFeedback && request.Forward ? await PartnersAsync(work, request.Shown) : [];
                work.Days.Require(request.EvaluatedOn, "Input.EvaluatedOn");
                await work.ReachAsync(MilestoneKind.Evaluated, request.EvaluatedOn);
                var evaluation = new CaseEvaluation
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    EvaluatedOn = request.EvaluatedOn,
                    Goals = request.Goals,
                    HasFeedback = hasFeedback,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(evaluation);
                var payload = new EvaluationPayload(request.Helped, request.Lacked, hasFeedback ? request.Feedback : null);
                // Whoever answers for the case reads it too; partners are sent the person's own words alone.
                var record = await CaseNotes.SealAsync(work, evaluation.Subject, payload, work.Case.RegionId);
                work.Record(new CaseEvaluated(evaluation.Id, evaluation.EvaluatedOn, evaluation.Goals, hasFeedback, record.Id));
                await work.DoneAsync(WorkItemKind.EvaluateCase);
                if (to.Count > 0)
                {
                    await ProgressNotes.AddAsync(work, handle.Account.Id, request.EvaluatedOn, to, request.Feedback!);
                }
            }
        );

    private static async Task<IReadOnlyCollection<Guid>> PartnersAsync(CaseWork work, IReadOnlyCollection<Guid> shown)
    {
        var named = await ProgressNoteConsent.Recipients(work.Db, work.Case.Id, work.Today).ToListAsync();
        if (named.Count == 0)
        {
            throw new RefusedException(FollowUpRefusals.NoPartnerNamed, "Input.Forward");
        }

        // The person's words go to those the form named, and to nobody whom a consent has named since.
        return named.ToHashSet().SetEquals(shown) ? named : throw new RefusedException(CaseRefusals.SectionChanged, "Input.Forward");
    }
}
