using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Money.Payments;

/// <param name="Order">What was paid of the payment, when and how.</param>
internal sealed record Payout(Payment Payment, Entitlement Entitlement, PaidOrder Order);

/// <summary>Pays what is approved, proves it, and takes back what came back (S1.63, S1.69).</summary>
internal sealed class PaymentPayouts(CaseOperations operations, CaseFiles files)
{
    /// <summary>Not the shares of a decision: they are paid whole, at the desk where it is looked at who comes.</summary>
    /// <exception cref="RefusedException">PaidAtTheDesk, OnlyOfficePays, and what <see cref="Payment.Pay"/> refuses.</exception>
    public Task PayAsync(CaseHandle handle, Guid operationId, Guid paymentId, PaidOrder order) =>
        operations.RunAsync(
            handle,
            operationId,
            "PayPayment",
            OperationNature.Act,
            async work =>
            {
                if (work.Case.Kind == ProgrammeKind.CashSupport)
                {
                    throw new RefusedException(MoneyRefusals.PaidAtTheDesk);
                }

                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                await PayAsync(work, handle.Account, [new Payout(payment, entitlement, order)]);
                if (!payment.HasReceipt)
                {
                    await PaymentWork.AskReceiptAsync(work, payment);
                }
            }
        );

    /// <summary>Pays inside an operation; that receipts are asked for is left to whoever calls.</summary>
    /// <param name="payouts">Payments of this case, read in this operation.</param>
    /// <exception cref="RefusedException">OnlyOfficePays, NotPresented, IomNoLongerSees, ChildNotEntitled, and what <see cref="Payment.Pay"/> refuses.</exception>
    public static async Task PayAsync(CaseWork work, CurrentAccount account, IReadOnlyList<Payout> payouts)
    {
        PaymentParts.Require(PaymentParts.WhyNotPay(account, work.Case.LocalOfficeId));
        await PaymentParts.RequireIomAsync(work);
        if (work.Case.Kind == ProgrammeKind.CashSupport && !work.Reached.Contains(MilestoneKind.PresentedHerself))
        {
            throw new RefusedException(MoneyRefusals.NotPresented);
        }

        var requested = await PaymentRows.RequestedByAsync(work, [.. payouts.Select(p => p.Payment.Id)], account.Id);
        foreach (var (payment, entitlement, order) in payouts)
        {
            await ChildMoney.RequireEntitledAsync(work, entitlement);
            if (payment.State == PaymentState.Approved && requested.Contains(payment.Id))
            {
                throw new RefusedException(MoneyRefusals.SamePersonPays);
            }

            var approvedOn = LocalDates.Today(payment.ApprovedAt ?? work.Now, account.Zone);
            var from = new PayableFrom(approvedOn, await PaymentDue.MonthBeginsAsync(work, payment));
            PaymentRows.Add(work, payment.Pay(entitlement, LineRules.Of(work.Programme, entitlement), order, from, Acts.Of(work)));
            await work.DoneAsync(WorkItemKind.PayPayment, payment.Id);
        }

        await DecidedPayments.SharesPaidAsync(work, payouts.Max(p => p.Order.On));
    }

    /// <param name="upload">The receipt or invoice; null where the person signed the office's cash receipt.</param>
    /// <exception cref="RefusedException">OnlyOfficePays, what <see cref="Payment.AddReceipt"/> refuses, and what a file can be refused for.</exception>
    public Task AddReceiptAsync(CaseHandle handle, Guid operationId, Guid paymentId, DateOnly on, UploadedFile? upload, bool cashReceiptSigned) =>
        operations.RunAsync(
            handle,
            operationId,
            "ReceiptPayment",
            OperationNature.Fact,
            async work =>
            {
                PaymentParts.Require(PaymentParts.WhyNotPay(handle.Account, work.Case.LocalOfficeId));
                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                var file = upload is null
                    ? null
                    : await files.AddAsync(work, Compartment.Bank, PaymentSubjects.Receipt(payment.Id), upload, "Receipt.File");
                PaymentRows.Add(work, payment.AddReceipt(entitlement, new ReceiptOrder(on, file?.Id, cashReceiptSigned), Acts.Of(work)));
                await work.DoneAsync(WorkItemKind.ReceiptPayment, payment.Id);
            }
        );

    /// <summary>Said by the approver, never by the office that paid: it would hide a payment that was never made.</summary>
    /// <exception cref="RefusedException">OnlyApprover, ReasonMissing, NotPaid, AlreadyReversed.</exception>
    public Task ReverseAsync(CaseHandle handle, Guid operationId, Guid paymentId, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "ReversePayment",
            OperationNature.Fact,
            async work =>
            {
                PaymentParts.Require(PaymentParts.WhyNotApprove(handle.Account));
                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                var why = PaymentRows.RequireReason(reason);
                PaymentRows.Add(work, payment.Reverse(entitlement, Acts.Of(work)));
                await PaymentSubjects.SealReasonAsync(work, payment, why);
                await PaymentWork.NothingWaitsAsync(work, payment);
            }
        );

    /// <summary>The receipt cannot be had any more, as when contact is lost: said with a reason by the approver, or the caseworker where a decision is the approval; never by the office that paid.</summary>
    /// <exception cref="RefusedException">OnlyApprover, OnlyIomAccounts, ReasonMissing, NotPaid, ReceiptAlreadyThere.</exception>
    public Task AccountForAsync(CaseHandle handle, Guid operationId, Guid paymentId, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "AccountForPayment",
            OperationNature.Fact,
            async work =>
            {
                PaymentParts.Require(PaymentParts.WhyNotAccountFor(handle.Account, work.Case.Kind));
                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                var why = PaymentRows.RequireReason(reason);
                PaymentRows.Add(work, payment.AccountFor(entitlement, Acts.Of(work)));
                await PaymentSubjects.SealReasonAsync(work, payment, why);
                await PaymentWork.NothingWaitsAsync(work, payment);
            }
        );
}
