using Hemvag.Auditing;
using Hemvag.Data;

namespace Hemvag.Modules.Money.Ledger;

/// <summary>Names and conditions of the database's own rules about money, the same on both databases.</summary>
internal static class LedgerConstraints
{
    public const string Ceiling = "ck_entitlements_ceiling";
    public const string CeilingSql =
        "\"ReservedMinor\" >= 0 AND \"ApprovedMinor\" >= 0 AND \"PaidMinor\" >= 0 AND \"ConfirmedMinor\" >= 0 "
        + "AND \"ConfirmedMinor\" <= \"PaidMinor\" AND \"ReservedMinor\" + \"ApprovedMinor\" + \"PaidMinor\" <= \"CeilingMinor\"";

    public const string PaidWithinApproved = "ck_payments_paid_within_approved";
    public const string PaidWithinApprovedSql =
        "\"AmountMinor\" > 0 AND (\"PaidMinor\" IS NULL OR (\"ApprovedBy\" IS NOT NULL AND \"PaidMinor\" > 0 AND \"PaidMinor\" <= \"AmountMinor\"))";

    public const string ApprovedByAnother = "ck_payments_approved_by_another";
    public const string ApprovedByAnotherSql = "\"ApprovedBy\" IS NULL OR \"ApprovedBy\" <> \"RequestedBy\"";

    public const string PaidByAnother = "ck_payments_paid_by_another";
    public const string PaidByAnotherSql = "\"PaidBy\" IS NULL OR (\"PaidBy\" <> \"RequestedBy\" AND \"PaidBy\" <> \"ApprovedBy\")";

    public const string Amount = "ck_ledger_entries_amount";
    public const string AmountSql = "\"AmountMinor\" >= 0";

    public const string OneLine = "ux_entitlements_line";

    public const string OneInstalment = "ux_payments_instalment";
    public const string OneInstalmentFilter = "\"Month\" IS NOT NULL AND \"State\" <> 'Cancelled' AND \"State\" <> 'Reversed'";

    public const string OnePaid = "ux_ledger_entries_paid";
    public const string OnePaidFilter = "\"Kind\" = 'Paid'";

    public const string OneReversal = "ux_ledger_entries_reversal";

    /// <summary>Says what each means; SQLite reports a unique index by its columns, PostgreSQL by its name.</summary>
    public static void Explain()
    {
        Means(MoneyRefusals.CeilingExceeded, Ceiling);
        Means(MoneyRefusals.PaidMoreThanApproved, PaidWithinApproved);
        Means(MoneyRefusals.SamePersonApproves, ApprovedByAnother);
        Means(MoneyRefusals.SamePersonPays, PaidByAnother);
        Means(MoneyRefusals.AlreadyOpened, OneLine, "entitlements.CaseId, entitlements.BeneficiaryId, entitlements.Category");
        Means(MoneyRefusals.InstalmentTaken, OneInstalment, "payments.EntitlementId, payments.Month");
        Means(MoneyRefusals.AlreadyReversed, OneReversal, "ledger_entries.ReversesId");
        Means(MoneyRefusals.AlreadyPaid, OnePaid);
    }

    private static void Means(Refusal refusal, params string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            SaveConflict.Means(spelling, refusal);
        }
    }
}
