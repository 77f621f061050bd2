using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money;
using Hemvag.Modules.Money.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>Tells the money what the plan says of the item that a payment carries out.</summary>
internal sealed class PlanItemsOfPayments : IKnowsPlanItems
{
    public async Task<PlannedFor> FindAsync(CaseWork work, Guid itemId, Guid beneficiaryId)
    {
        var item =
            await work.Db.Set<PlanItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId && i.CaseId == work.Case.Id && i.RemovedIn == null)
            ?? throw new RefusedException(ReintegrationRefusals.PlanItemGone, "Input.PlanItem");
        if ((item.ChildId ?? item.CaseId) != beneficiaryId)
        {
            throw new RefusedException(MoneyRefusals.PurposeNotAllowed, "Input.PlanItem");
        }

        return new PlannedFor(item.Id, item.Number, item.Purpose, item.Category);
    }
}
