using Hemvag.Data;

namespace Hemvag.Modules.Money.Ledger;

/// <summary>One line of the ledger. Never changed and never removed: what was wrong is answered by a line of its own.</summary>
internal sealed class LedgerEntry : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid EntitlementId { get; init; }

    /// <summary>Null for <see cref="LedgerKind.Opened"/> and <see cref="LedgerKind.PaidBefore"/> alone.</summary>
    public required Guid? PaymentId { get; init; }

    /// <summary>1, 2, 3 … within the payment; 0 where there is none.</summary>
    public required int Ordinal { get; init; }

    public required LedgerKind Kind { get; init; }

    /// <summary>How many times the payment has been requested; a kind stands at most once in a round.</summary>
    public required int Round { get; init; }

    /// <summary>Minor units, never below zero.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>ISO 4217, that of the entitlement.</summary>
    public required string Currency { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Null for the system.</summary>
    public required Guid? By { get; init; }

    /// <summary>The entry that <see cref="LedgerKind.Reversed"/> answers; an entry is reversed once.</summary>
    public Guid? ReversesId { get; init; }
}
