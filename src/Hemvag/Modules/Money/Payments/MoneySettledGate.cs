using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

/// <summary>No payment waits for approval, payment or receipt (S1.64, S1.69).</summary>
internal sealed class MoneySettledGate() : Gate<int>(GateKind.MoneySettled)
{
    protected override Expression<Func<Case, int>> Looks(GateContext context) =>
        c =>
            context
                .Db.Set<Payment>()
                .Count(p =>
                    p.CaseId == c.Id && (p.State == PaymentState.Requested || p.State == PaymentState.Approved || p.State == PaymentState.Paid)
                );

    /// <param name="seen">Payments that wait.</param>
    protected override GateState State(GateContext context, int seen)
    {
        var detail = seen == 0 ? "GateDetail.MoneySettled.Met" : "GateDetail.MoneySettled.Open";
        return new GateState(Kind, seen == 0, detail, typeof(MoneyTexts), CaseLinks.Money, seen);
    }
}
