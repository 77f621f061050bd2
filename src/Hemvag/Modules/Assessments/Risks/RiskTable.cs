using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Writes the risk table (S1.47). Rows are cared for on a held case too, since they keep the person safe.</summary>
internal sealed class RiskTable(CaseOperations operations)
{
    /// <exception cref="RefusedException">WordUnknown, ResidualHalf, OwnerNotOnCase.</exception>
    public Task<bool> AddAsync(CaseHandle handle, Guid operationId, RiskCodes codes, RiskTexts texts) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddRisk",
            OperationNature.Fact,
            async work =>
            {
                var last = await work.Db.Set<RiskRow>().Where(r => r.CaseId == work.Case.Id).MaxAsync(r => (int?)r.Number) ?? 0;
                var row = new RiskRow
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = last + 1,
                    CreatedBy = work.Account!.Id,
                    CreatedAt = work.Now,
                };
                work.Db.Add(row);
                await WriteAsync(work, row, codes, texts);
            }
        );

    /// <param name="shownVersion">The version of the row that the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged when someone else has written since; WordUnknown, ResidualHalf, OwnerNotOnCase, RiskAlreadyClosed.</exception>
    /// <exception cref="NotThereException">The case has no such row.</exception>
    public Task<bool> ChangeAsync(CaseHandle handle, Guid operationId, Guid riskId, long shownVersion, RiskCodes codes, RiskTexts texts) =>
        operations.RunAsync(
            handle,
            operationId,
            "ChangeRisk",
            OperationNature.Fact,
            async work =>
            {
                var row = await FindAsync(work, riskId);
                if (row.Version != shownVersion)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                if (row.Status == RiskStatus.Closed)
                {
                    throw new RefusedException(AssessmentRefusals.RiskAlreadyClosed);
                }

                await WriteAsync(work, row, codes, texts);
            }
        );

    /// <summary>Looks at a row again.</summary>
    /// <param name="shownVersion">The version of the row that the form had shown.</param>
    /// <param name="dueOn">When it is due next, for a row that stays open.</param>
    /// <exception cref="NotThereException">The case has no such row.</exception>
    /// <exception cref="RefusedException">SectionChanged, RiskAlreadyClosed, RiskNotClosed.</exception>
    public Task<bool> ReviewAsync(
        CaseHandle handle,
        Guid operationId,
        Guid riskId,
        long shownVersion,
        RiskStep step,
        DateOnly? dueOn,
        string? note
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            $"{step}Risk",
            OperationNature.Fact,
            async work =>
            {
                var row = await FindAsync(work, riskId);
                ShownBefore.Require(shownVersion, row.Version);
                var reviewId = work.NewId();
                var reviewed = step switch
                {
                    RiskStep.Review => row.Review(reviewId, work.Today, dueOn),
                    RiskStep.Close => row.Close(reviewId, work.Today),
                    RiskStep.Reopen => row.Reopen(reviewId, work.Today),
                };
                work.Db.Add(
                    new RiskReview
                    {
                        Id = reviewId,
                        CaseId = work.Case.Id,
                        RiskId = riskId,
                        ReviewedOn = work.Today,
                        ReviewedBy = work.Account!.Id,
                        Status = row.Status,
                        RecordedAt = work.Now,
                    }
                );
                work.Record(reviewed);
                await NoteAsync(work, reviewId, note);
                await AskOwnerAsync(work, row);
            }
        );

    private static async Task WriteAsync(CaseWork work, RiskRow row, RiskCodes codes, RiskTexts texts)
    {
        await RequireOwnerAsync(work, row, codes.Owner);
        work.Record(row.Write(codes, texts.Measure is not null, work.Programme.Risks));
        var record = await work.SealAsync(Compartment.Protection, RiskTexts.SubjectOf(row.Id), texts, null);
        work.Record(new RecordSealed(record.Subject, record.Id, record.Version));
        await AskOwnerAsync(work, row);
    }

    private static async Task RequireOwnerAsync(CaseWork work, RiskRow row, RiskOwner? owner)
    {
        if (owner is null || owner == row.Owner)
        {
            return;
        }

        if ((await RiskOwners.OnCaseAsync(work.Db, work.Case.Id, work.Today)).All(o => o.Owner != owner))
        {
            throw new RefusedException(AssessmentRefusals.OwnerNotOnCase, "Input.Owner");
        }
    }

    private static async Task NoteAsync(CaseWork work, Guid reviewId, string? note)
    {
        if (note is not null)
        {
            var record = await work.SealAsync(Compartment.Protection, RiskReviewNote.SubjectOf(reviewId), new RiskReviewNote(note), null);
            work.Record(new RecordSealed(record.Subject, record.Id, record.Version));
        }
    }

    // What waits follows owner and date: asked anew only when one of them has changed.
    private static async Task AskOwnerAsync(CaseWork work, RiskRow row)
    {
        var waiting = await work
            .Db.Set<WorkItem>()
            .Where(w => w.CaseId == work.Case.Id && w.Kind == WorkItemKind.RiskDue && w.SubjectId == row.Id && w.DoneAt == null)
            .ToListAsync();
        var owner = row.Status == RiskStatus.Open && row.DueOn is not null ? row.Owner : null;
        if (owner is not null && waiting.Exists(w => IsFor(w, owner) && w.DueOn == row.DueOn))
        {
            return;
        }

        await work.DoneAsync(WorkItemKind.RiskDue, row.Id);
        if (owner is not null)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.RiskDue,
                    Urgency.Safety,
                    owner.Role,
                    owner.OrganisationId,
                    owner.AccountId,
                    AssessmentPages.RiskOf(row.Id),
                    row.DueOn,
                    row.Id
                )
            );
        }
    }

    private static bool IsFor(WorkItem item, RiskOwner owner) =>
        item.AccountId == owner.AccountId && item.OrganisationId == owner.OrganisationId && item.Role == owner.Role;

    private static async Task<RiskRow> FindAsync(CaseWork work, Guid riskId) =>
        await work.Db.Set<RiskRow>().FirstOrDefaultAsync(r => r.Id == riskId && r.CaseId == work.Case.Id) ?? throw new NotThereException();
}
