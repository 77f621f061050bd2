using Hemvag.Data;

namespace Hemvag.Modules.FollowUp;

/// <summary>Why something about the follow-up was refused.</summary>
internal static class FollowUpRefusals
{
    public static readonly Refusal ContactNotOpen = Of("ContactNotOpen");
    public static readonly Refusal ContactConsentNotGiven = Of("ContactConsentNotGiven");
    public static readonly Refusal ContactInThePast = Of("ContactInThePast");
    public static readonly Refusal WatchTooLong = Of("WatchTooLong");
    public static readonly Refusal NothingToPlan = Of("NothingToPlan");
    public static readonly Refusal FollowUpNotStarted = Of("FollowUpNotStarted");
    public static readonly Refusal MonthsNotOver = Of("MonthsNotOver");
    public static readonly Refusal SupportRequestEmpty = Of("SupportRequestEmpty");
    public static readonly Refusal FeedbackNotAgreed = Of("FeedbackNotAgreed");
    public static readonly Refusal NoPartnerNamed = Of("NoPartnerNamed");

    private static Refusal Of(string name) => new(name, typeof(FollowUpTexts));
}
