using Hemvag.Data;

namespace Hemvag.Modules.Travel;

/// <summary>Why something about the journey was refused.</summary>
internal static class TravelRefusals
{
    public static readonly Refusal LocalOfficeConsentMissing = Of("LocalOfficeConsentMissing");
    public static readonly Refusal NotALocalOffice = Of("NotALocalOffice");
    public static readonly Refusal OfficeAlreadyNamed = Of("OfficeAlreadyNamed");
    public static readonly Refusal ReasonForChangeMissing = Of("ReasonForChangeMissing");
    public static readonly Refusal ArrangerMissing = Of("ArrangerMissing");
    public static readonly Refusal ArrangerNotInCase = Of("ArrangerNotInCase");
    public static readonly Refusal VariantMissing = Of("VariantMissing");
    public static readonly Refusal NothingToAnswer = Of("NothingToAnswer");
    public static readonly Refusal AnswerNotYours = Of("AnswerNotYours");
    public static readonly Refusal BookingsHeldWithoutIom = Of("BookingsHeldWithoutIom");
    public static readonly Refusal NothingToCancel = Of("NothingToCancel");
    public static readonly Refusal ZoneUnknown = Of("ZoneUnknown");
    public static readonly Refusal NoSuchLocalTime = Of("NoSuchLocalTime");
    public static readonly Refusal ArrivesBeforeDeparture = Of("ArrivesBeforeDeparture");
    public static readonly Refusal JourneyTooLong = Of("JourneyTooLong");
    public static readonly Refusal CorrectionReasonMissing = Of("CorrectionReasonMissing");
    public static readonly Refusal MoveArrangementMissing = Of("MoveArrangementMissing");

    public static readonly Refusal JourneyMissing = Of("JourneyMissing");
    public static readonly Refusal TravelNotOpen = Of("TravelNotOpen");
    public static readonly Refusal LegsOverlap = Of("LegsOverlap");
    public static readonly Refusal LegNotOnJourneyDay = Of("LegNotOnJourneyDay");
    public static readonly Refusal LegOver = Of("LegOver");
    public static readonly Refusal LegReasonMissing = Of("LegReasonMissing");
    public static readonly Refusal CheckDayMissing = Of("CheckDayMissing");
    public static readonly Refusal PaperStateUnknown = Of("PaperStateUnknown");
    public static readonly Refusal PaperNotThere = Of("PaperNotThere");
    public static readonly Refusal EmbassyConsentMissing = Of("EmbassyConsentMissing");
    public static readonly Refusal EmbassyYesThere = Of("EmbassyYesThere");
    public static readonly Refusal EmbassyYesWithdrawn = Of("EmbassyYesWithdrawn");
    public static readonly Refusal CostNotPositive = Of("CostNotPositive");
    public static readonly Refusal CostCurrencyUnknown = Of("CostCurrencyUnknown");
    public static readonly Refusal CostNotWaiting = Of("CostNotWaiting");
    public static readonly Refusal CostChanged = Of("CostChanged");
    public static readonly Refusal CostSamePerson = Of("CostSamePerson");
    public static readonly Refusal CostSubjectWrong = Of("CostSubjectWrong");
    public static readonly Refusal CostSpent = Of("CostSpent");
    public static readonly Refusal CostNotSpent = Of("CostNotSpent");
    public static readonly Refusal CostOver = Of("CostOver");
    public static readonly Refusal RefundTooLarge = Of("RefundTooLarge");
    public static readonly Refusal DutyOver = Of("DutyOver");
    public static readonly Refusal DutyTimesWrong = Of("DutyTimesWrong");
    public static readonly Refusal DutyAccountUnknown = Of("DutyAccountUnknown");
    public static readonly Refusal NotSoReasonMissing = Of("NotSoReasonMissing");
    public static readonly Refusal NotOnTheWay = Of("NotOnTheWay");
    public static readonly Refusal PackageFieldsMissing = Of("PackageFieldsMissing");
    public static readonly Refusal PackageFieldNotAllowed = Of("PackageFieldNotAllowed");
    public static readonly Refusal PackageYesMissing = Of("PackageYesMissing");
    public static readonly Refusal PackageOver = Of("PackageOver");

    /// <summary>Wrong link, used link, wrong code, too many tries: all the same to whoever tries.</summary>
    public static readonly Refusal PackageRefused = Of("PackageRefused");

    private static Refusal Of(string name) => new(name, typeof(TravelTexts));
}
