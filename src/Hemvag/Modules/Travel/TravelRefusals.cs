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

    private static Refusal Of(string name) => new(name, typeof(TravelTexts));
}
