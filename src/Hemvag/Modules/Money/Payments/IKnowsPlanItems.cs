using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Money.Payments;

/// <summary>The module above that keeps the plan says which of its items a payment carries out. Registered by that module.</summary>
internal interface IKnowsPlanItems
{
    /// <summary>The item as the plan stands in this operation.</summary>
    /// <param name="beneficiaryId">Whom the payment is for, as <see cref="Entitlements.Entitlement.BeneficiaryId"/>.</param>
    /// <exception cref="RefusedException">PlanItemGone when the plan of this case no longer has it; PurposeNotAllowed when it is for someone else.</exception>
    Task<PlannedFor> FindAsync(CaseWork work, Guid itemId, Guid beneficiaryId);
}
