using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>A referral with its receipt and the newest answer on support. Letters and reasons are not in it: they are sealed.</summary>
/// <param name="SentBy">Name of the coordinator.</param>
/// <param name="ReceiptBy">Name of the caseworker; null while there is no receipt.</param>
/// <param name="Answers">Of the newest reply; empty while there is none.</param>
internal sealed record ReferralState(
    Referral Referral,
    string? SentBy,
    string? ReceiptBy,
    SupportReply? Reply,
    IReadOnlyDictionary<SupportKind, SupportAvailability> Answers,
    RenewedDecision? Decision
)
{
    public bool WaitsForDecision => Reply is { HasNo: true } && Decision is null;
}

/// <summary>What is written and sealed about a referral, where its compartment is open.</summary>
internal sealed record ReferralWritings(string? Letter, string? Receipt, IReadOnlyDictionary<SupportKind, SupportReason> Reasons)
{
    public static readonly ReferralWritings None = new(null, null, new Dictionary<SupportKind, SupportReason>());
}
