using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What a payment that is said to be made must fit, and what counts as a receipt.</summary>
internal static class PaidRules
{
    /// <summary>Null when the payment waits to be paid.</summary>
    public static Refusal? WhyNotPayable(PaymentState state) =>
        state switch
        {
            PaymentState.Approved => null,
            PaymentState.Requested or PaymentState.SentBack => MoneyRefusals.NotApproved,
            PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor => MoneyRefusals.AlreadyPaid,
            PaymentState.Cancelled or PaymentState.Reversed => MoneyRefusals.PaymentEnded,
        };

    public static void Check(EntitlementDefinition line, PaidOrder order, long approvedMinor, bool hasReceipt, DateOnly approvedOn, DateOnly today)
    {
        LineRules.CheckMode(line, order.Mode);
        var (refusal, field) = order switch
        {
            _ when order.On > today => (MoneyRefusals.PaidInFuture, "Paid.On"),
            _ when order.On < approvedOn => (MoneyRefusals.PaidBeforeApproval, "Paid.On"),
            _ when order.AmountMinor <= 0 => (MoneyRefusals.AmountMissing, "Paid.Amount"),
            _ when order.AmountMinor > approvedMinor => (MoneyRefusals.PaidMoreThanApproved, "Paid.Amount"),
            // Against a receipt means that the receipt comes first (S1.69).
            _ when order.Mode == PaymentMode.ReimbursementAgainstReceipt && !hasReceipt => (MoneyRefusals.ReceiptMissing, (string?)null),
            _ => (null, null),
        };
        if (refusal is not null)
        {
            throw new RefusedException(refusal, field);
        }
    }

    /// <summary>An instalment is for its month (S1.65): asked for and approved ahead, paid once the month has begun.</summary>
    /// <param name="begins">The first day of the instalment's month; null when the person has not been met, or for a line without instalments.</param>
    /// <exception cref="RefusedException">InstalmentTooEarly.</exception>
    public static void CheckMonth(int? month, DateOnly? begins, DateOnly on)
    {
        if (month is { } number && begins is { } day && on < day)
        {
            throw new RefusedException(MoneyRefusals.InstalmentTooEarly, "Paid.On", number, Dates.Day(day, year: true));
        }
    }

    /// <param name="requestedOn">A receipt can be older than the request, by a year at most: an earlier year is a slip of the pen.</param>
    public static void CheckReceipt(ReceiptOrder order, bool hasReceipt, PaymentMode mode, DateOnly requestedOn, DateOnly today)
    {
        if (hasReceipt)
        {
            throw new RefusedException(MoneyRefusals.ReceiptAlreadyThere);
        }

        // A signature proves cash alone; everything else is proved by a paper from someone else.
        if (order.FileId is null && !(order.CashReceiptSigned && mode == PaymentMode.CashAtOffice))
        {
            throw new RefusedException(MoneyRefusals.ReceiptMissing, "Receipt.File");
        }

        if (order.On > today)
        {
            throw new RefusedException(MoneyRefusals.ReceiptInFuture, "Receipt.On");
        }

        if (order.On < requestedOn.AddYears(-1))
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, "Receipt.On");
        }
    }
}
