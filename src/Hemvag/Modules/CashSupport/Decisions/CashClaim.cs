using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// That someone is granted cash support, as a keyed token: never twice for the same person (förordningen 2008:778, 4 §). It is compared with
/// others of its kind alone, and tells nobody of whom it was made. It outlives what is sealed: the rule has no end.
/// </summary>
internal sealed class CashClaim : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>Document number and name with full date of birth say "the same"; name with year says "look".</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>The version of the token key.</summary>
    public required int RootKeyVersion { get; init; }

    /// <summary>32 bytes.</summary>
    public required byte[] Value { get; init; }

    /// <summary>UTC. The decision ended before anything was paid; null while it stands.</summary>
    public DateTime? FreedAt { get; set; }
}
