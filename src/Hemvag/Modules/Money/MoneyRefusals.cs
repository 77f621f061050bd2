using Hemvag.Data;

namespace Hemvag.Modules.Money;

/// <summary>Why something about the money was refused.</summary>
internal static class MoneyRefusals
{
    // Entitlements
    public static readonly Refusal AlreadyOpened = Of("AlreadyOpened");
    public static readonly Refusal NotOpened = Of("NotOpened");
    public static readonly Refusal PaidBeforeNotHere = Of("PaidBeforeNotHere");
    public static readonly Refusal PaidBeforeAboveCeiling = Of("PaidBeforeAboveCeiling");
    public static readonly Refusal PaidBeforeNoInstalments = Of("PaidBeforeNoInstalments");
    public static readonly Refusal CeilingExceeded = Of("CeilingExceeded");

    // Payments
    public static readonly Refusal AmountMissing = Of("AmountMissing");
    public static readonly Refusal ModeNotAllowed = Of("ModeNotAllowed");
    public static readonly Refusal PurposeNotAllowed = Of("PurposeNotAllowed");
    public static readonly Refusal InstalmentMissing = Of("InstalmentMissing");
    public static readonly Refusal InstalmentTaken = Of("InstalmentTaken");
    public static readonly Refusal InstalmentTooEarly = Of("InstalmentTooEarly");
    public static readonly Refusal InstalmentAmountFixed = Of("InstalmentAmountFixed");
    public static readonly Refusal NoInstalmentLeft = Of("NoInstalmentLeft");
    public static readonly Refusal OfficeRequests = Of("OfficeRequests");
    public static readonly Refusal HelsinkiRequests = Of("HelsinkiRequests");
    public static readonly Refusal OnlyApprover = Of("OnlyApprover");
    public static readonly Refusal OnlyOfficePays = Of("OnlyOfficePays");
    public static readonly Refusal SamePersonApproves = Of("SamePersonApproves");
    public static readonly Refusal SamePersonPays = Of("SamePersonPays");
    public static readonly Refusal PaymentChanged = Of("PaymentChanged");
    public static readonly Refusal NotWaitingForApproval = Of("NotWaitingForApproval");
    public static readonly Refusal NotSentBack = Of("NotSentBack");
    public static readonly Refusal NotPresented = Of("NotPresented");
    public static readonly Refusal OnlyIomAccounts = Of("OnlyIomAccounts");
    public static readonly Refusal PaidAtTheDesk = Of("PaidAtTheDesk");
    public static readonly Refusal NotApproved = Of("NotApproved");
    public static readonly Refusal AlreadyPaid = Of("AlreadyPaid");
    public static readonly Refusal NotPaid = Of("NotPaid");
    public static readonly Refusal PaymentEnded = Of("PaymentEnded");
    public static readonly Refusal PaidInFuture = Of("PaidInFuture");
    public static readonly Refusal PaidBeforeApproval = Of("PaidBeforeApproval");
    public static readonly Refusal PaidMoreThanApproved = Of("PaidMoreThanApproved");
    public static readonly Refusal ReceiptMissing = Of("ReceiptMissing");
    public static readonly Refusal ReceiptInFuture = Of("ReceiptInFuture");
    public static readonly Refusal ReceiptAlreadyThere = Of("ReceiptAlreadyThere");
    public static readonly Refusal ReasonMissing = Of("ReasonMissing");
    public static readonly Refusal AlreadyReversed = Of("AlreadyReversed");
    public static readonly Refusal NoRowChosen = Of("NoRowChosen");
    public static readonly Refusal NothingDecided = Of("NothingDecided");
    public static readonly Refusal IomNoLongerSees = Of("IomNoLongerSees");
    public static readonly Refusal MoveAboveCeiling = Of("MoveAboveCeiling");
    public static readonly Refusal ChildNotEntitled = Of("ChildNotEntitled");
    public static readonly Refusal MoveOtherInstalments = Of("MoveOtherInstalments");

    private static Refusal Of(string name) => new(name, typeof(MoneyTexts));
}
