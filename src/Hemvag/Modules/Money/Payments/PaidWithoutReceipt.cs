using System.Linq.Expressions;
using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Paid, and its receipt is not there yet: whoever paid has to be able to account for it (S1.69).</summary>
internal sealed class PaidWithoutReceipt : IMoneyUnsettled
{
    public Expression<Func<Case, bool>> Holds(HemvagDbContext db) =>
        c => db.Set<Payment>().Any(p => p.CaseId == c.Id && p.State == PaymentState.Paid);
}
