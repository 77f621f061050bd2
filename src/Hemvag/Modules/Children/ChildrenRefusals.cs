using Hemvag.Data;

namespace Hemvag.Modules.Children;

/// <summary>Why something about children was refused.</summary>
internal static class ChildrenRefusals
{
    public static readonly Refusal CustodyNotSole = Of("CustodyNotSole");
    public static readonly Refusal CustodiansMissing = Of("CustodiansMissing");
    public static readonly Refusal GuardianUnknown = Of("GuardianUnknown");
    public static readonly Refusal CompetentDecisionMissing = Of("CompetentDecisionMissing");
    public static readonly Refusal TooYoungOnlyUnderSeven = Of("TooYoungOnlyUnderSeven");
    public static readonly Refusal AgeNotAsBorn = Of("AgeNotAsBorn");
    public static readonly Refusal ChildIsGrown = Of("ChildIsGrown");
    public static readonly Refusal ChildTwice = Of("ChildTwice");
    public static readonly Refusal ChildNotAssessed = Of("ChildNotAssessed");
    public static readonly Refusal ChildDoesNotTravel = Of("ChildDoesNotTravel");
    public static readonly Refusal ChildReasonMissing = Of("ChildReasonMissing");
    public static readonly Refusal NotAMinor = Of("NotAMinor");
    public static readonly Refusal SheetMissing = Of("SheetMissing");
    public static readonly Refusal NotArrivedYet = Of("NotArrivedYet");
    public static readonly Refusal ReceiverNotNamed = Of("ReceiverNotNamed");
    public static readonly Refusal TakenOverBeforeArrival = Of("TakenOverBeforeArrival");
    public static readonly Refusal TakenOverAlready = Of("TakenOverAlready");
    public static readonly Refusal NotAppliedYet = Of("NotAppliedYet");
    public static readonly Refusal SignedBeforeApplying = Of("SignedBeforeApplying");
    public static readonly Refusal NotLeftYet = Of("NotLeftYet");
    public static readonly Refusal BackBeforeLeaving = Of("BackBeforeLeaving");
    public static readonly Refusal BirthDateMissing = Of("BirthDateMissing");
    public static readonly Refusal StandsForMissing = Of("StandsForMissing");
    public static readonly Refusal IdentityNotOpen = Of("IdentityNotOpen");
    public static readonly Refusal NotAdultYet = Of("NotAdultYet");

    private static Refusal Of(string name) => new(name, typeof(ChildrenTexts));
}
