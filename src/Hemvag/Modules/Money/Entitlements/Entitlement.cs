using Hemvag.Data;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Money.Entitlements;

/// <summary>
/// A category with a ceiling for one beneficiary, and the balance of its ledger entries. The balance is changed by
/// <see cref="Apply"/> alone, so it is always the sum of the entries; the database checks the ceiling once more.
/// </summary>
internal sealed class Entitlement : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The adult is named by the case's own id; an accompanying child, or another member of a family with cash support, by its own.</summary>
    public required Guid BeneficiaryId { get; init; }

    /// <summary>"Child 1"; null for anyone but an accompanying child. It never changes.</summary>
    public required int? ChildOrdinal { get; init; }

    public bool IsOfChild => ChildOrdinal is not null;

    public required EntitlementCategory Category { get; init; }

    /// <summary>ISO 4217, from the programme version.</summary>
    public required string Currency { get; init; }

    /// <summary>Minor units.</summary>
    public long CeilingMinor { get; private set; }

    /// <summary>Requested and not yet answered.</summary>
    public long ReservedMinor { get; private set; }

    /// <summary>Approved and not yet paid.</summary>
    public long ApprovedMinor { get; private set; }

    public long PaidMinor { get; private set; }

    /// <summary>Of what is paid: before the case was entered here.</summary>
    public long PaidBeforeMinor { get; private set; }

    /// <summary>Of what is paid.</summary>
    public long ConfirmedMinor { get; private set; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    public LedgerSums Sums => new(CeilingMinor, ReservedMinor, ApprovedMinor, PaidMinor, ConfirmedMinor);

    public long LeftMinor => Sums.Left;

    /// <summary>Opens a line of the programme version for an adult.</summary>
    public static (Entitlement Entitlement, LedgerEntry Entry) OpenForAdult(
        Guid caseId,
        EntitlementSet set,
        EntitlementDefinition line,
        MoneyAct act
    ) => Open(caseId, caseId, line.Category, line.CeilingMinor, set.Currency, act);

    /// <summary>Opens a line of the programme version for an accompanying child, with the child's share (S1.70).</summary>
    public static (Entitlement Entitlement, LedgerEntry Entry) OpenForChild(
        AccompanyingChild child,
        EntitlementSet set,
        EntitlementDefinition line,
        MoneyAct act
    ) => Open(child.CaseId, child.Id, line.Category, EntitlementRules.OfChild(set, line).CeilingMinor, set.Currency, act, child.Ordinal);

    /// <summary>Opens a line with the amount that a decision has granted to someone.</summary>
    public static (Entitlement Entitlement, LedgerEntry Entry) Open(
        Guid caseId,
        Guid beneficiaryId,
        EntitlementCategory category,
        long ceilingMinor,
        string currency,
        MoneyAct act,
        int? childOrdinal = null
    )
    {
        var entitlement = new Entitlement
        {
            Id = act.NewId(),
            CaseId = caseId,
            BeneficiaryId = beneficiaryId,
            ChildOrdinal = childOrdinal,
            Category = category,
            Currency = currency,
            OpenedAt = act.At,
            OpenedBy = act.By,
        };
        var entry = new LedgerEntry
        {
            Id = act.NewId(),
            CaseId = caseId,
            EntitlementId = entitlement.Id,
            PaymentId = null,
            Ordinal = 0,
            Kind = LedgerKind.Opened,
            Round = 0,
            AmountMinor = ceilingMinor,
            Currency = currency,
            At = act.At,
            By = act.By,
        };
        entitlement.Apply(entry);
        return (entitlement, entry);
    }

    /// <summary>Moves the balance by one entry.</summary>
    /// <exception cref="RefusedException">CeilingExceeded.</exception>
    public void Apply(LedgerEntry entry)
    {
        if (entry.EntitlementId != Id || entry.Currency != Currency)
        {
            throw new InvalidOperationException("The entry belongs to another entitlement.");
        }

        var after = Sums.Plus(entry.Kind, entry.AmountMinor);
        if (after.Left < 0)
        {
            throw new RefusedException(MoneyRefusals.CeilingExceeded);
        }

        if (!after.Hold)
        {
            throw new InvalidOperationException($"{entry.Kind} would take away what is not there.");
        }

        (CeilingMinor, ReservedMinor, ApprovedMinor, PaidMinor, ConfirmedMinor) = after;
        PaidBeforeMinor += entry.Kind == LedgerKind.PaidBefore ? entry.AmountMinor : 0;
    }

    /// <summary>Books what was paid on the line before the case was entered here.</summary>
    /// <exception cref="RefusedException">CeilingExceeded.</exception>
    public LedgerEntry BookPaidBefore(long amountMinor, MoneyAct act)
    {
        var entry = new LedgerEntry
        {
            Id = act.NewId(),
            CaseId = CaseId,
            EntitlementId = Id,
            PaymentId = null,
            Ordinal = 0,
            Kind = LedgerKind.PaidBefore,
            Round = 0,
            AmountMinor = amountMinor,
            Currency = Currency,
            At = act.At,
            By = act.By,
        };
        Apply(entry);
        return entry;
    }

    /// <summary>The instalments that were paid before the case was entered here: the first ones.</summary>
    public IEnumerable<int> InstalmentsPaidBefore(InstalmentPlan? plan) =>
        plan is null ? [] : Enumerable.Range(1, (int)(PaidBeforeMinor / plan.AmountMinor));
}
