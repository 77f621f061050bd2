using Hemvag.Data;

namespace Hemvag.Modules.Matching;

/// <summary>Why something about "have we met?" was refused.</summary>
internal static class MatchingRefusals
{
    public static readonly Refusal MetAlreadyAnswered = Of("MetAlreadyAnswered");
    public static readonly Refusal MetNotOpen = Of("MetNotOpen");
    public static readonly Refusal MetNothingToCompare = Of("MetNothingToCompare");
    public static readonly Refusal MetLimitReached = Of("MetLimitReached");
    public static readonly Refusal MetNoArbiter = Of("MetNoArbiter");
    public static readonly Refusal MetStillWaits = Of("MetStillWaits");
    public static readonly Refusal ArbiterNotPossible = Of("ArbiterNotPossible");

    private static Refusal Of(string name) => new(name, typeof(MatchingTexts));
}
