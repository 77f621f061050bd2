using Hemvag.Data;

namespace Hemvag.Modules.Justice;

/// <summary>Why something about access to justice was refused.</summary>
internal static class JusticeRefusals
{
    public static readonly Refusal JusticeConsentMissing = Of("JusticeConsentMissing");
    public static readonly Refusal ReminderInThePast = Of("ReminderInThePast");
    public static readonly Refusal ReminderAfterTheYes = Of("ReminderAfterTheYes");
    public static readonly Refusal ReminderAfterTheDay = Of("ReminderAfterTheDay");
    public static readonly Refusal SafeContactNotRead = Of("SafeContactNotRead");
    public static readonly Refusal ContactRulesMissing = Of("ContactRulesMissing");
    public static readonly Refusal TrialNotWanted = Of("TrialNotWanted");
    public static readonly Refusal JourneyInThePast = Of("JourneyInThePast");
    public static readonly Refusal ReturnBeforeOutward = Of("ReturnBeforeOutward");
    public static readonly Refusal JourneyHelpOver = Of("JourneyHelpOver");
    public static readonly Refusal CostRemoved = Of("CostRemoved");
    public static readonly Refusal CostNothing = Of("CostNothing");
    public static readonly Refusal CurrencyUnknown = Of("CurrencyUnknown");
    public static readonly Refusal ThreadNeedsHolder = Of("ThreadNeedsHolder");
    public static readonly Refusal ThreadNotOpen = Of("ThreadNotOpen");

    private static Refusal Of(string name) => new(name, typeof(JusticeTexts));
}
