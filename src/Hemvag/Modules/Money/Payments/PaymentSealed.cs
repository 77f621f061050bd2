using Hemvag.Modules.Cases;
using Hemvag.Sealing;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What a payment buys and where the money goes.</summary>
/// <param name="What">In words: "sewing machine and overlocker".</param>
/// <param name="PayTo">Provider, bank and account number, or how cash is handed over.</param>
internal sealed record PaymentDetails(string? What, string? PayTo) : ISealedPayload
{
    public static string Kind => "payment";

    public static int SchemaVersion => 1;
}

/// <summary>Why a payment was sent back, cancelled or reversed.</summary>
internal sealed record PaymentReason(string Text) : ISealedPayload
{
    public static string Kind => "payment-reason";

    public static int SchemaVersion => 1;
}

/// <summary>Names of the sealed texts of a payment, all in the compartment Bank.</summary>
internal static class PaymentSubjects
{
    public const string AllDetails = "payment.";

    public static string Details(Guid paymentId) => $"{AllDetails}{paymentId:N}";

    public const string AllReceipts = "payment-receipt.";

    public static string Receipt(Guid paymentId) => $"{AllReceipts}{paymentId:N}";

    public static string Reasons(Guid paymentId) => $"payment-reason.{paymentId:N}.";

    /// <param name="ordinal">Of the ledger entry it explains.</param>
    public static string Reason(Guid paymentId, int ordinal) => $"{Reasons(paymentId)}{ordinal}";

    public static async Task SealReasonAsync(CaseWork work, Payment payment, string reason)
    {
        var subject = Reason(payment.Id, payment.Entries);
        var record = await work.SealAsync(Compartment.Bank, subject, new PaymentReason(reason), shownVersion: null);
        work.Record(new RecordSealed(subject, record.Id, record.Version));
    }
}
