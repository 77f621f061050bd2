using Hemvag.Data;

namespace Hemvag.Modules.Consultations;

/// <summary>Why something about a consultation was refused.</summary>
internal static class ConsultationRefusals
{
    public static readonly Refusal PersonalDataNoticed = Of("PersonalDataNoticed");
    public static readonly Refusal ConsultationNotYours = Of("ConsultationNotYours");
    public static readonly Refusal ConsultationAlreadyTaken = Of("ConsultationAlreadyTaken");
    public static readonly Refusal ConsultationHasEnded = Of("ConsultationHasEnded");
    public static readonly Refusal ConsultationNotToIom = Of("ConsultationNotToIom");
    public static readonly Refusal ConsultationNotOpen = Of("ConsultationNotOpen");
    public static readonly Refusal ConsultationNeedsConsent = Of("ConsultationNeedsConsent");
    public static readonly Refusal RecipientUnknown = Of("RecipientUnknown");
    public static readonly Refusal ErasureNotConfirmed = Of("ErasureNotConfirmed");

    private static Refusal Of(string name) => new(name, typeof(ConsultationsTexts));
}
