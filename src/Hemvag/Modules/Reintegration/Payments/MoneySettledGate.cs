using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Payments;

/// <summary>No payment waits for approval, payment or receipt (S1.64, S1.69).</summary>
internal sealed class MoneySettledGate : IGate
{
    public GateKind Kind => GateKind.MoneySettled;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var waiting = await context
            .Db.Set<Payment>()
            .CountAsync(p =>
                p.CaseId == context.Case.Id && (p.State == PaymentState.Requested || p.State == PaymentState.Approved || p.State == PaymentState.Paid)
            );
        var detail = waiting == 0 ? "GateDetail.MoneySettled.Met" : "GateDetail.MoneySettled.Open";
        return new GateState(Kind, waiting == 0, detail, typeof(ReintegrationTexts), CaseLinks.Money, waiting);
    }
}
