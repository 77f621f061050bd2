using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Prepares, confirms and takes out erasures. Each is an operation in the case's own stream.</summary>
internal sealed class ErasureDesk(HemvagDbContext db, Operations operations, ErasureQueries queries, RetentionOptions options)
{
    /// <exception cref="RefusedException">ErasureNotDue, ErasureAlreadyPrepared.</exception>
    public async Task PrepareAsync(CurrentAccount account, Guid operationId, Guid caseId, RetentionRule rule)
    {
        if (await queries.DueAsync(account, caseId, rule) is { } due)
        {
            await PrepareAsync(account, operationId, caseId, rule.Id, due.Compartments);
        }
        else if (!await IsPreparedByAsync(account, operationId))
        {
            throw await WhyNotDueAsync(account, caseId, rule);
        }
    }

    /// <summary>One compartment at the person's own wish, whatever the state of the case (GDPR 17).</summary>
    /// <exception cref="RefusedException">ErasureCaseUnknown, ErasureMoneyKept, ErasureNothingThere, ErasureAlreadyPrepared.</exception>
    public async Task PrepareAskedAsync(CurrentAccount account, Guid operationId, string number, Compartment compartment)
    {
        Compartments.RequireSingle(compartment);
        var wanted = number.Trim();
        var caseId =
            await RetentionReach.Cases(db, account).Where(c => c.Number == wanted).Select(c => (Guid?)c.Id).FirstOrDefaultAsync()
            ?? throw new RefusedException(RetentionRefusals.ErasureCaseUnknown, "Asked.Number");
        if (compartment == Compartment.Bank)
        {
            throw new RefusedException(RetentionRefusals.ErasureMoneyKept, "Asked.Compartment");
        }

        await PrepareAsync(account, operationId, caseId, RetentionRule.AskedByPerson, compartment);
    }

    /// <returns>False when there is no such erasure for this account.</returns>
    /// <exception cref="RefusedException">ErasureSomethingNew, ErasureNotWaiting, ErasureSamePerson.</exception>
    public Task<bool> ConfirmAsync(CurrentAccount account, Guid operationId, Guid erasureId) =>
        ChangeAsync(
            account,
            operationId,
            erasureId,
            SomethingNew.ConfirmKind,
            async (work, erasure) =>
            {
                if (await SomethingNew.IsThereAsync(work.Db, erasure))
                {
                    throw new RefusedException(RetentionRefusals.ErasureSomethingNew);
                }

                work.Record(erasure.Confirm(account.Id, work.Now, TimeSpan.FromDays(options.GraceDays)));
                work.Db.Add(EraseCompartments.For(erasure.Id, work.Now));
            }
        );

    /// <returns>False when there is no such erasure for this account.</returns>
    /// <exception cref="RefusedException">ErasureNotWaiting.</exception>
    public Task<bool> TakeOutAsync(CurrentAccount account, Guid operationId, Guid erasureId) =>
        ChangeAsync(
            account,
            operationId,
            erasureId,
            SomethingNew.TakeOutKind,
            (work, erasure) =>
            {
                work.Record(erasure.TakeOut(TakenOut.ByHand, work.Now));
                return Task.CompletedTask;
            }
        );

    private async Task<bool> ChangeAsync(
        CurrentAccount account,
        Guid operationId,
        Guid erasureId,
        string kind,
        Func<OperationWork, Erasure, Task> change
    )
    {
        var caseId = await db.Set<Erasure>()
            .Where(e => e.Id == erasureId)
            .Join(RetentionReach.Cases(db, account), e => e.CaseId, c => c.Id, (e, _) => (Guid?)e.CaseId)
            .FirstOrDefaultAsync();
        if (caseId is not { } known || !RetentionReach.MayConfirm(account))
        {
            return false;
        }

        await operations.RunAsync(
            operationId,
            Streams.Case(known),
            kind,
            account.Actor,
            async work => await change(work, await work.Db.Set<Erasure>().FirstAsync(e => e.Id == erasureId))
        );
        return true;
    }

    private async Task PrepareAsync(CurrentAccount account, Guid operationId, Guid caseId, string category, Compartment wanted) =>
        await operations.RunAsync(
            operationId,
            Streams.Case(caseId),
            SomethingNew.PrepareKind,
            account.Actor,
            async work =>
            {
                var compartments = Compartments.Each(wanted).ToList();
                if (!await work.Db.Set<CaseKey>().AnyAsync(k => k.CaseId == caseId && compartments.Contains(k.Compartment)))
                {
                    throw new RefusedException(RetentionRefusals.ErasureNothingThere);
                }

                var open = await work.Db.Set<Erasure>().Where(e => e.CaseId == caseId && e.ErasedAt == null && e.TakenOutAt == null).ToListAsync();
                if (open.Any(e => (e.Compartments & wanted) != Compartment.None))
                {
                    throw new RefusedException(RetentionRefusals.ErasureAlreadyPrepared);
                }

                var stream = Streams.Case(caseId);
                var erasure = new Erasure
                {
                    Id = work.NewId(),
                    CaseId = caseId,
                    Category = category,
                    Compartments = wanted,
                    PreparedBy = account.Id,
                    PreparedAt = work.Now,
                    CaseVersion = 1 + await work.Db.Set<StreamHead>().Where(h => h.Stream == stream).Select(h => h.Count).FirstAsync(),
                };
                work.Db.Add(erasure);
                work.Record(new ErasurePrepared(erasure.Id, category, wanted));
            }
        );

    // The same form a second time finds what the first has done.
    private Task<bool> IsPreparedByAsync(CurrentAccount account, Guid operationId) =>
        db.Set<Operation>().AnyAsync(o => o.Id == operationId && o.AccountId == account.Id && o.Kind == SomethingNew.PrepareKind);

    private async Task<Exception> WhyNotDueAsync(CurrentAccount account, Guid caseId, RetentionRule rule)
    {
        var known = await RetentionReach.Cases(db, account).AnyAsync(c => c.Id == caseId);
        var prepared =
            known && await db.Set<Erasure>().AnyAsync(e => e.CaseId == caseId && e.Category == rule.Id && e.ErasedAt == null && e.TakenOutAt == null);
        return new RefusedException(prepared ? RetentionRefusals.ErasureAlreadyPrepared : RetentionRefusals.ErasureNotDue);
    }
}
