using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>Concludes the needs inventory and the health assessment, as often as they are made anew.</summary>
internal sealed class Conclusions(CaseOperations operations)
{
    /// <param name="fitness">For an assessed health alone; null where it was not asked.</param>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly; NothingAssessed for needs without a single section.</exception>
    public Task<bool> ConcludeAsync(
        CaseHandle handle,
        Guid operationId,
        AssessmentPart part,
        ConclusionOutcome outcome,
        TravelFitness? fitness,
        DateOnly concludedOn
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            $"Conclude{part}",
            OperationNature.Fact,
            async work =>
            {
                work.Days.Require(concludedOn, "Input.ConcludedOn");

                if (part == AssessmentPart.Needs && outcome == ConclusionOutcome.Assessed)
                {
                    await RequireSectionAsync(work);
                }

                var kept =
                    part == AssessmentPart.Health && outcome == ConclusionOutcome.Assessed ? fitness ?? TravelFitness.NotAsked : (TravelFitness?)null;
                await AddAsync(work, part, outcome, kept, concludedOn);
                if (await OtherIsConcludedAsync(work, part))
                {
                    await work.DoneAsync(WorkItemKind.AssessNeeds);
                }
            }
        );

    private static async Task AddAsync(CaseWork work, AssessmentPart part, ConclusionOutcome outcome, TravelFitness? fitness, DateOnly concludedOn)
    {
        var last =
            await work.Db.Set<AssessmentConclusion>().Where(c => c.CaseId == work.Case.Id && c.Part == part).MaxAsync(c => (int?)c.Number) ?? 0;
        var conclusion = new AssessmentConclusion
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Part = part,
            Number = last + 1,
            Outcome = outcome,
            Fitness = fitness,
            ConcludedOn = concludedOn,
            ConcludedBy = work.Account!.Id,
            RecordedAt = work.Now,
        };
        work.Db.Add(conclusion);
        work.Record(new AssessmentConcluded(conclusion.Id, part, conclusion.Number, outcome, fitness, concludedOn));
    }

    private static async Task RequireSectionAsync(CaseWork work)
    {
        var prefix = FormSubjects.Prefix(FormKind.NeedsInventory);
        if (!await work.Db.Set<SealedRecord>().AnyAsync(r => r.CaseId == work.Case.Id && r.Subject.StartsWith(prefix)))
        {
            throw new RefusedException(AssessmentRefusals.NothingAssessed);
        }
    }

    private static Task<bool> OtherIsConcludedAsync(CaseWork work, AssessmentPart part) =>
        work.Db.Set<AssessmentConclusion>().AnyAsync(c => c.CaseId == work.Case.Id && c.Part != part);
}
