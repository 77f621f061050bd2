using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>What the form of a plan item holds.</summary>
/// <param name="ChildId">The accompanying child it is for; null for the adult.</param>
/// <param name="Category">The line that pays; null to take the one the purpose belongs to.</param>
/// <param name="Text">Null leaves the sealed words as they are: they were not opened.</param>
/// <param name="TextVersion">The version of the words the form has shown.</param>
internal sealed record PlanItemDraft(
    SupportPurpose Purpose,
    EntitlementCategory? Category,
    long AmountMinor,
    int Month,
    Role Responsible,
    DateOnly DrawnUpOn,
    PlanItemText? Text,
    int? TextVersion,
    Guid? ChildId = null
);

/// <summary>Draws up the plan: IOM Finland's caseworker with the person. Every change asks all three parties again.</summary>
internal sealed class PlanDrafting(CaseOperations operations)
{
    /// <param name="shownVersion">The version of the plan the form has shown; 0 before there is one.</param>
    /// <exception cref="RefusedException">PlanBeforeSupport, SectionChanged, PlanAboveCeiling, PlanLineMissing, OpenQuestionNoteMissing, PlanPurposeNotOfLine, DateInFuture, DateTooEarly.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, int shownVersion, PlanItemDraft draft) =>
        ChangeAsync(
            handle,
            operationId,
            "AddPlanItem",
            shownVersion,
            async (work, plan, items) =>
            {
                RequireSupportAnswered(work);
                var item = new PlanItem
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = plan.NextNumber++,
                    Currency = work.Programme.Entitlements.Currency,
                    AddedIn = plan.Version,
                };
                Write(work, plan, item, draft, answered: draft.Text?.Note is not null);
                await NameBeneficiaryAsync(work, item, draft);
                work.Db.Add(item);
                items.Add(item);
                work.Record(new PlanItemAdded(item.Id, item.Number, plan.Version, PlanItemFigures.Of(item)));
                await SealAsync(work, item, draft.Text, shownVersion: 0);
            }
        );

    /// <exception cref="RefusedException">As <see cref="AddAsync"/> save PlanBeforeSupport, and PlanItemGone.</exception>
    public Task ChangeAsync(CaseHandle handle, Guid operationId, int shownVersion, Guid itemId, PlanItemDraft draft) =>
        ChangeAsync(
            handle,
            operationId,
            "ChangePlanItem",
            shownVersion,
            async (work, plan, items) =>
            {
                var item = Find(items, itemId);
                var before = PlanItemFigures.Of(item);
                // Words that were not opened keep the note they have; a new choice of an open line needs a new note.
                var noteStays = draft.Text is null && item.Purpose == draft.Purpose && draft.Category == item.Category;
                Write(work, plan, item, draft, answered: noteStays || draft.Text?.Note is not null);
                await NameBeneficiaryAsync(work, item, draft);
                work.Record(new PlanItemChanged(item.Id, item.Number, plan.Version, before, PlanItemFigures.Of(item)));
                await SealAsync(work, item, draft.Text, draft.TextVersion);
            }
        );

    /// <exception cref="RefusedException">SectionChanged, PlanItemGone.</exception>
    public Task RemoveAsync(CaseHandle handle, Guid operationId, int shownVersion, Guid itemId) =>
        ChangeAsync(
            handle,
            operationId,
            "RemovePlanItem",
            shownVersion,
            (work, plan, items) =>
            {
                var item = Find(items, itemId);
                item.RemovedIn = plan.Version;
                work.Record(new PlanItemRemoved(item.Id, item.Number, plan.Version, PlanItemFigures.Of(item)));
                return Task.CompletedTask;
            }
        );

    private Task<bool> ChangeAsync(
        CaseHandle handle,
        Guid operationId,
        string kind,
        int shownVersion,
        Func<CaseWork, ReintegrationPlan, List<PlanItem>, Task> change
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            OperationNature.Fact,
            async work =>
            {
                var plan = await work.Db.Set<ReintegrationPlan>().FirstOrDefaultAsync(p => p.CaseId == work.Case.Id);
                if ((plan?.Version ?? 0) != shownVersion)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                if (plan is null)
                {
                    plan = new ReintegrationPlan { Id = work.NewId(), CaseId = work.Case.Id };
                    work.Db.Add(plan);
                }

                plan.Version++;
                var items = await work.Db.Set<PlanItem>().Where(i => i.CaseId == work.Case.Id).ToListAsync();
                await change(work, plan, items);
                PlanRules.RequireWithinCeilings(work.Programme.Entitlements, items);
                await PlanWork.AskAllAsync(work);
            }
        );

    // Where the version has the support confirmed before the plan (S0.16, S0.17); elsewhere what is there is asked while it is drawn up.
    private static void RequireSupportAnswered(CaseWork work)
    {
        var agreed = work.Programme.Milestones.FirstOrDefault(row => row.Kind == MilestoneKind.PlanAgreed);
        if (agreed?.Gates.Contains(GateKind.SupportAvailable) == true && !work.Reached.Contains(MilestoneKind.SupportAnswered))
        {
            throw new RefusedException(ReintegrationRefusals.PlanBeforeSupport);
        }
    }

    private static PlanItem Find(List<PlanItem> items, Guid itemId)
    {
        var item = items.FirstOrDefault(i => i.Id == itemId) ?? throw new NotThereException();
        return item.RemovedIn is null ? item : throw new RefusedException(ReintegrationRefusals.PlanItemGone);
    }

    private static void Write(CaseWork work, ReintegrationPlan plan, PlanItem item, PlanItemDraft draft, bool answered)
    {
        work.Days.Require(draft.DrawnUpOn, "Input.DrawnUpOn");

        item.Category = PlanRules.LineFor(work.Programme, draft.Purpose, draft.Category, answered);
        item.Purpose = draft.Purpose;
        item.AmountMinor = draft.AmountMinor;
        item.Month = draft.Month;
        item.Responsible = draft.Responsible;
        item.DrawnUpOn = draft.DrawnUpOn;
        item.ChangedIn = plan.Version;
    }

    // Only a child with a yes has lines that can pay.
    private static async Task NameBeneficiaryAsync(CaseWork work, PlanItem item, PlanItemDraft draft)
    {
        var child = draft.ChildId is { } id ? await ChildRows.FindAsync(work, id) : null;
        if (child is { IsEntitled: false })
        {
            throw new RefusedException(MoneyRefusals.ChildNotEntitled, "Input.ChildId");
        }

        (item.ChildId, item.ChildOrdinal) = (child?.Id, child?.Ordinal);
    }

    private static async Task SealAsync(CaseWork work, PlanItem item, PlanItemText? text, int? shownVersion)
    {
        if (text is not null)
        {
            var subject = PlanSubjects.Item(item.Id);
            var record = await work.SealAsync(Compartment.Protection, subject, text, shownVersion);
            work.Record(new RecordSealed(subject, record.Id, record.Version));
        }
    }
}
