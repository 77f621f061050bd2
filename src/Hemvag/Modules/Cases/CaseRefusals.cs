using Hemvag.Data;

namespace Hemvag.Modules.Cases;

/// <summary>Why something about a case was refused.</summary>
internal static class CaseRefusals
{
    public static readonly Refusal CaseHeld = Of("CaseHeld");
    public static readonly Refusal CaseClosed = Of("CaseClosed");
    public static readonly Refusal NothingToSearch = Of("NothingToSearch");
    public static readonly Refusal CaseNotHeld = Of("CaseNotHeld");
    public static readonly Refusal AccessGone = Of("AccessGone");
    public static readonly Refusal GateOpen = Of("GateOpen");
    public static readonly Refusal MilestoneTooEarly = Of("MilestoneTooEarly");
    public static readonly Refusal MilestoneAlreadyReached = Of("MilestoneAlreadyReached");
    public static readonly Refusal MilestoneNotYours = Of("MilestoneNotYours");
    public static readonly Refusal DateInFuture = Of("DateInFuture");
    public static readonly Refusal DateTooEarly = Of("DateTooEarly");
    public static readonly Refusal DateBeforeEarlierStep = Of("DateBeforeEarlierStep");
    public static readonly Refusal DateAfterLaterStep = Of("DateAfterLaterStep");
    public static readonly Refusal MilestoneNotReached = Of("MilestoneNotReached");
    public static readonly Refusal NothingToCorrect = Of("NothingToCorrect");
    public static readonly Refusal SectionChanged = Of("SectionChanged");
    public static readonly Refusal MatterAlreadyTaken = Of("MatterAlreadyTaken");
    public static readonly Refusal MinorNotYet = Of("MinorNotYet");
    public static readonly Refusal ChildrenNotYet = Of("ChildrenNotYet");
    public static readonly Refusal ContactConsentMissing = Of("ContactConsentMissing");
    public static readonly Refusal ConsentPromptsMissing = Of("ConsentPromptsMissing");
    public static readonly Refusal ConsentRecipientMissing = Of("ConsentRecipientMissing");
    public static readonly Refusal ConsentTooWide = Of("ConsentTooWide");
    public static readonly Refusal ConsentNotReviewed = Of("ConsentNotReviewed");
    public static readonly Refusal ConsentEndsBeforeStart = Of("ConsentEndsBeforeStart");
    public static readonly Refusal ConsentAlreadyWithdrawn = Of("ConsentAlreadyWithdrawn");
    public static readonly Refusal ConsentMissing = Of("ConsentMissing");
    public static readonly Refusal CannotBeStopped = Of("CannotBeStopped");
    public static readonly Refusal SupportNotStarted = Of("SupportNotStarted");
    public static readonly Refusal SupportHasEnded = Of("SupportHasEnded");
    public static readonly Refusal ReachedHowMissing = Of("ReachedHowMissing");
    public static readonly Refusal ReachedDayMissing = Of("ReachedDayMissing");
    public static readonly Refusal ReachedBeforeStop = Of("ReachedBeforeStop");
    public static readonly Refusal JourneyNotOver = Of("JourneyNotOver");
    public static readonly Refusal StillUnderWay = Of("StillUnderWay");
    public static readonly Refusal MatterNotTaken = Of("MatterNotTaken");
    public static readonly Refusal BookingsNotCancelled = Of("BookingsNotCancelled");
    public static readonly Refusal PersonNotReached = Of("PersonNotReached");
    public static readonly Refusal MoneyNotSettled = Of("MoneyNotSettled");
    public static readonly Refusal OpenThingsNotSeen = Of("OpenThingsNotSeen");
    public static readonly Refusal FileTypeNotAllowed = Of("FileTypeNotAllowed");
    public static readonly Refusal FileTooLarge = Of("FileTooLarge");
    public static readonly Refusal FileEmpty = Of("FileEmpty");
    public static readonly Refusal FileInfected = Of("FileInfected");
    public static readonly Refusal FileMissing = Of("FileMissing");
    public static readonly Refusal CompartmentNotYours = Of("CompartmentNotYours");
    public static readonly Refusal ClosingGroundNotNow = Of("ClosingGroundNotNow");
    public static readonly Refusal RegionMissing = Of("RegionMissing");
    public static readonly Refusal CountryUnknown = Of("CountryUnknown");
    public static readonly Refusal DateTooLongAgo = Of("DateTooLongAgo");
    public static readonly Refusal SpokenLanguageUnknown = Of("SpokenLanguageUnknown");
    public static readonly Refusal FormSentBefore = Of("FormSentBefore");
    public static readonly Refusal ManyAtOnce = Of("ManyAtOnce");
    public static readonly Refusal CaseNumberUnknown = Of("CaseNumberUnknown");

    private static Refusal Of(string name) => new(name, typeof(CasesTexts));
}
