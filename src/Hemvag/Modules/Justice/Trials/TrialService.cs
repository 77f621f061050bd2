using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>Keeps what is coordinated for a trial in Sweden: the person's wish, summons, protection and costs.</summary>
internal sealed class TrialService(JusticeOperations operations)
{
    /// <param name="shownVersion">The version the form had shown; 0 before anything was written.</param>
    /// <exception cref="RefusedException">SectionChanged, DateInFuture, DateTooEarly, CaseClosed.</exception>
    public Task WriteAsync(
        CaseHandle handle,
        Guid operationId,
        Guid proceedingId,
        int shownVersion,
        TrialWish wish,
        DateOnly askedOn,
        TrialPayload words
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteTrial",
            async work =>
            {
                var proceeding = await InSwedenAsync(work, proceedingId);
                work.Days.Require(askedOn, "Part.AskedOn");
                var part = await work.Db.Set<TrialPart>().FirstOrDefaultAsync(t => t.ProceedingId == proceeding.Id);
                var before = part?.Wish;
                if (part is null)
                {
                    part = new TrialPart
                    {
                        Id = work.NewId(),
                        CaseId = work.Case.Id,
                        ProceedingId = proceeding.Id,
                        Wish = wish,
                        AskedOn = askedOn,
                    };
                    work.Db.Add(part);
                }
                else
                {
                    (part.Wish, part.AskedOn) = (wish, askedOn);
                }

                var record = await work.SealAsync(Compartment.Justice, TrialPart.SubjectOf(proceeding.Id), words, shownVersion);
                if (before == TrialWish.TakesPartInPerson && wish != before)
                {
                    await CancelJourneys.AheadAsync(work, proceeding.Id);
                }

                work.Record(new TrialWritten(proceeding.Id, before, wish, askedOn, record.Id));
            }
        );

    /// <exception cref="RefusedException">CostNothing, CurrencyUnknown, CaseClosed.</exception>
    public Task AddCostAsync(CaseHandle handle, Guid operationId, Guid proceedingId, TrialCostKind kind, Amount amount, CostBearer bearer) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddTrialCost",
            async work =>
            {
                if (amount.Minor <= 0)
                {
                    throw new RefusedException(JusticeRefusals.CostNothing, "Cost.Amount");
                }

                if (!Currencies.IsKnown(amount.Currency))
                {
                    throw new RefusedException(JusticeRefusals.CurrencyUnknown, "Cost.Currency");
                }

                var proceeding = await InSwedenAsync(work, proceedingId);
                var cost = new TrialCost
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ProceedingId = proceeding.Id,
                    Kind = kind,
                    AmountMinor = amount.Minor,
                    Currency = amount.Currency,
                    Bearer = bearer,
                    AddedAt = work.Now,
                };
                work.Db.Add(cost);
                work.Record(new TrialCostAdded(proceeding.Id, cost.Id, kind, amount.Minor, amount.Currency, bearer));
            }
        );

    /// <exception cref="RefusedException">CostRemoved, CaseClosed.</exception>
    public Task RemoveCostAsync(CaseHandle handle, Guid operationId, Guid proceedingId, Guid costId) =>
        operations.RunAsync(
            handle,
            operationId,
            "RemoveTrialCost",
            async work =>
            {
                var cost = await work
                    .Db.Set<TrialCost>()
                    .FirstAsync(c => c.Id == costId && c.ProceedingId == proceedingId && c.CaseId == work.Case.Id);
                if (cost.RemovedAt is not null)
                {
                    throw new RefusedException(JusticeRefusals.CostRemoved);
                }

                cost.RemovedAt = work.Now;
                work.Record(new TrialCostRemoved(proceedingId, costId));
            }
        );

    /// <summary>The proceeding, which has to be in Sweden.</summary>
    public static async Task<Proceeding> InSwedenAsync(CaseWork work, Guid proceedingId) =>
        await work.Db.Set<Proceeding>().FirstAsync(p => p.Id == proceedingId && p.CaseId == work.Case.Id && p.Side == ProceedingSide.Sweden);
}
