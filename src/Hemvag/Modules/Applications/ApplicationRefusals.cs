using Hemvag.Data;

namespace Hemvag.Modules.Applications;

/// <summary>Why something about an application or a referral was refused.</summary>
internal static class ApplicationRefusals
{
    public static readonly Refusal ApplicationEmpty = Of("ApplicationEmpty");
    public static readonly Refusal ApplicationChanged = Of("ApplicationChanged");
    public static readonly Refusal ApplicationNotOpened = Of("ApplicationNotOpened");
    public static readonly Refusal ApplicationAlreadySigned = Of("ApplicationAlreadySigned");
    public static readonly Refusal RequiredAnswersMissing = Of("RequiredAnswersMissing");
    public static readonly Refusal VoluntarinessNotCertified = Of("VoluntarinessNotCertified");
    public static readonly Refusal TextNotReviewed = Of("TextNotReviewed");
    public static readonly Refusal InterpreterNotAccepted = Of("InterpreterNotAccepted");
    public static readonly Refusal LanguageUnknown = Of("LanguageUnknown");
    public static readonly Refusal CertificateSheetMissing = Of("CertificateSheetMissing");
    public static readonly Refusal NotReferred = Of("NotReferred");
    public static readonly Refusal ReceiptTextMissing = Of("ReceiptTextMissing");
    public static readonly Refusal SupportUnanswered = Of("SupportUnanswered");
    public static readonly Refusal ReasonsMissing = Of("ReasonsMissing");
    public static readonly Refusal AlternativesMissing = Of("AlternativesMissing");
    public static readonly Refusal NothingToDecideAnew = Of("NothingToDecideAnew");
    public static readonly Refusal AlreadyDecidedAnew = Of("AlreadyDecidedAnew");

    private static Refusal Of(string name) => new(name, typeof(ApplicationsTexts));
}
