using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// That someone is granted cash support, as a keyed token: never twice for the same person (förordningen 2008:778, 4 §). It is compared with
/// others of its kind alone, and tells nobody of whom it was made. Where something was paid it outlives what is sealed, since the rule has no end; where nothing was, it goes when the case closes.
/// </summary>
internal sealed class CashClaim : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>A document with its country says "the same", a decision's number "entered already"; every other says "look".</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>The version of the token key.</summary>
    public required int RootKeyVersion { get; init; }

    /// <summary>32 bytes.</summary>
    public required byte[] Value { get; init; }
}
