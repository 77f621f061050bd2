using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Which payment stands first: the one the reader can move, else the one that waits longest for someone else.</summary>
internal static class WaitingPayments
{
    public static Payment? For(CaseHandle handle, IReadOnlyList<Payment> payments, bool mayRequest)
    {
        var oldest = payments.OrderBy(p => p.RequestedAt).ThenBy(p => p.Month).ToList();
        return oldest.FirstOrDefault(p => MayApprove(handle, p))
            ?? oldest.FirstOrDefault(p => MayPay(handle, p))
            ?? oldest.FirstOrDefault(p => MayReceipt(handle, p))
            ?? oldest.FirstOrDefault(p => mayRequest && p.State == PaymentState.SentBack)
            ?? oldest.FirstOrDefault(p => p.State == PaymentState.Requested);
    }

    public static bool MayApprove(CaseHandle handle, Payment payment) =>
        payment.State == PaymentState.Requested && MoneyDesk.MayApprove(handle) && payment.RequestedBy != handle.Account.Id;

    public static bool MayPay(CaseHandle handle, Payment payment) =>
        payment.State == PaymentState.Approved
        // The shares of a decision are paid at their own desk.
        && handle.Case.Kind != ProgrammeKind.CashSupport
        && MoneyDesk.MayPay(handle)
        && MoneyDesk.MovesMoney(handle.Case)
        && payment.RequestedBy != handle.Account.Id
        && payment.ApprovedBy != handle.Account.Id;

    public static bool MayReceipt(CaseHandle handle, Payment payment) =>
        payment is { State: PaymentState.Paid } && MoneyDesk.MayPay(handle) && handle.Case.ClosedAt is null;

    /// <summary>A reimbursement waits for its receipt before it can be paid.</summary>
    public static bool MayReceiptFirst(CaseHandle handle, Payment payment) =>
        payment.Mode == Programmes.PaymentMode.ReimbursementAgainstReceipt
        && payment.IsAlive
        && !payment.HasReceipt
        && MoneyDesk.MayPay(handle)
        && handle.Case.ClosedAt is null;
}
