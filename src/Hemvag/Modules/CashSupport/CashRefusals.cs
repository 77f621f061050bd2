using Hemvag.Data;

namespace Hemvag.Modules.CashSupport;

/// <summary>Why something about cash support was refused.</summary>
internal static class CashRefusals
{
    // The decision
    public static readonly Refusal NotYourDecision = Of("NotYourDecision");
    public static readonly Refusal NoVersionOnDay = Of("NoVersionOnDay");
    public static readonly Refusal DecisionNumberMissing = Of("DecisionNumberMissing");
    public static readonly Refusal DaysNotInOrder = Of("DaysNotInOrder");
    public static readonly Refusal CriterionNotMet = Of("CriterionNotMet");
    public static readonly Refusal CountryNotOnList = Of("CountryNotOnList");
    public static readonly Refusal OfficeNotOfCountry = Of("OfficeNotOfCountry");
    public static readonly Refusal ConsentsMissing = Of("ConsentsMissing");
    public static readonly Refusal ConsentTooOld = Of("ConsentTooOld");

    // The family
    public static readonly Refusal RelationMissing = Of("RelationMissing");
    public static readonly Refusal ApplicantMissing = Of("ApplicantMissing");
    public static readonly Refusal FamilyTooLarge = Of("FamilyTooLarge");
    public static readonly Refusal OneSpouse = Of("OneSpouse");
    public static readonly Refusal ChildIsAdult = Of("ChildIsAdult");
    public static readonly Refusal FullNameMissing = Of("FullNameMissing");
    public static readonly Refusal BirthDateWrong = Of("BirthDateWrong");
    public static readonly Refusal CitizenshipUnknown = Of("CitizenshipUnknown");
    public static readonly Refusal SwedishCitizen = Of("SwedishCitizen");
    public static readonly Refusal ShareMissing = Of("ShareMissing");
    public static readonly Refusal AmountAboveMaximum = Of("AmountAboveMaximum");
    public static readonly Refusal FamilyCeilingExceeded = Of("FamilyCeilingExceeded");
    public static readonly Refusal MemberTwice = Of("MemberTwice");
    public static readonly Refusal AlreadySupported = Of("AlreadySupported");
    public static readonly Refusal MaybeSupported = Of("MaybeSupported");
    public static readonly Refusal NothingToCompare = Of("NothingToCompare");
    public static readonly Refusal NoAdult = Of("NoAdult");
    public static readonly Refusal DecisionEnteredAlready = Of("DecisionEnteredAlready");

    // Receipt, presenting, paying
    public static readonly Refusal CombinationNotAsked = Of("CombinationNotAsked");
    public static readonly Refusal CombinationWaits = Of("CombinationWaits");
    public static readonly Refusal CombinationRefused = Of("CombinationRefused");
    public static readonly Refusal ReceiptPutOff = Of("ReceiptPutOff");
    public static readonly Refusal FamilyNotOpen = Of("FamilyNotOpen");
    public static readonly Refusal NobodyChosen = Of("NobodyChosen");
    public static readonly Refusal DocumentNumberNeeded = Of("DocumentNumberNeeded");
    public static readonly Refusal NoAdultCame = Of("NoAdultCame");
    public static readonly Refusal ReceiverMissing = Of("ReceiverMissing");
    public static readonly Refusal IdentityInDoubt = Of("IdentityInDoubt");
    public static readonly Refusal NoDoubtOpen = Of("NoDoubtOpen");
    public static readonly Refusal VisitBeforeDecision = Of("VisitBeforeDecision");
    public static readonly Refusal AdultNotPresented = Of("AdultNotPresented");
    public static readonly Refusal NotToBePaid = Of("NotToBePaid");

    // Ending and recovery
    public static readonly Refusal PaidAlready = Of("PaidAlready");
    public static readonly Refusal EndGroundNotYours = Of("EndGroundNotYours");
    public static readonly Refusal NotAskedAboutYet = Of("NotAskedAboutYet");
    public static readonly Refusal RecoveryBeforePaid = Of("RecoveryBeforePaid");
    public static readonly Refusal NothingToWithdraw = Of("NothingToWithdraw");
    public static readonly Refusal RecoveryAbovePaid = Of("RecoveryAbovePaid");
    public static readonly Refusal RepaymentAboveRecovery = Of("RepaymentAboveRecovery");

    private static Refusal Of(string name) => new(name, typeof(CashTexts));
}
