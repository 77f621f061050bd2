using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Money.Payments;

/// <summary>
/// A payment from request to receipt. Three people take part, each another: who requests, who approves in advance, who pays (S1.63, S1.64).
/// What it buys and where the money goes is sealed; category, purpose, amount and dates are in clear.
/// </summary>
internal sealed class Payment : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid EntitlementId { get; init; }

    public required EntitlementCategory Category { get; init; }

    /// <summary>"Child 1", where it is for an accompanying child; null for the adult.</summary>
    public required int? ChildOrdinal { get; init; }

    /// <summary>Of the person in a decision that granted several shares; null where nothing was granted so.</summary>
    public required int? ShareOrdinal { get; init; }

    public required string Currency { get; init; }

    /// <summary>Instalment 1, 2, 3 …; one living payment for each.</summary>
    public required int? Month { get; init; }

    public required Guid? PlanItemId { get; init; }

    public required int? PlanItemNumber { get; init; }

    public PaymentState State { get; private set; }

    /// <summary>How many times it has been requested.</summary>
    public int Round { get; private set; }

    public SupportPurpose? Purpose { get; private set; }

    public PaymentMode Mode { get; private set; }

    /// <summary>Asked for, and approved when it is. Minor units.</summary>
    public long AmountMinor { get; private set; }

    public DateTime RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTime? PaidAt { get; private set; }

    public Guid? PaidBy { get; private set; }

    /// <summary>The day the money changed hands, at the office.</summary>
    public DateOnly? PaidOn { get; private set; }

    public PaymentMode? PaidMode { get; private set; }

    /// <summary>At most <see cref="AmountMinor"/>.</summary>
    public long? PaidMinor { get; private set; }

    public DateOnly? ReceiptOn { get; private set; }

    public Guid? ReceiptFileId { get; private set; }

    public bool CashReceiptSigned { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Ordinal of its last ledger entry.</summary>
    public int Entries { get; private set; }

    /// <summary>The ledger entry of the payment, which a reversal answers.</summary>
    public Guid? PaidEntryId { get; private set; }

    /// <summary>Ended ones free their instalment for a new request.</summary>
    public bool IsAlive => State is not (PaymentState.Cancelled or PaymentState.Reversed);

    public bool HasReceipt => ReceiptOn is not null;

    /// <summary>What it stands for now: paid where paid, else asked for.</summary>
    public long CountsMinor => PaidMinor ?? AmountMinor;

    /// <param name="taken">Instalments of the entitlement that a living payment holds.</param>
    /// <exception cref="RefusedException">InstalmentTaken, CeilingExceeded, or what <see cref="LineRules"/> refuses.</exception>
    public static (Payment Payment, PaymentMove Move) Request(
        Entitlement entitlement,
        EntitlementDefinition line,
        PaymentOrder order,
        IReadOnlySet<int> taken,
        MoneyAct act,
        int? shareOrdinal = null
    )
    {
        if (order.Month is { } month && taken.Contains(month))
        {
            throw new RefusedException(MoneyRefusals.InstalmentTaken, "Input.Months", month);
        }

        var payment = new Payment
        {
            Id = act.NewId(),
            CaseId = entitlement.CaseId,
            EntitlementId = entitlement.Id,
            Category = entitlement.Category,
            ChildOrdinal = entitlement.ChildOrdinal,
            ShareOrdinal = shareOrdinal,
            Currency = entitlement.Currency,
            Month = order.Month,
            PlanItemId = order.PlanItem?.ItemId,
            PlanItemNumber = order.PlanItem?.Number,
        };
        return (payment, payment.Ask(entitlement, line, order, act));
    }

    /// <summary>Asks once more for what was sent back, changed or not.</summary>
    /// <exception cref="RefusedException">NotSentBack, CeilingExceeded, or what <see cref="LineRules"/> refuses.</exception>
    public PaymentMove RequestAgain(Entitlement entitlement, EntitlementDefinition line, PaymentOrder order, MoneyAct act) =>
        State == PaymentState.SentBack
            ? Ask(entitlement, line, order with { Month = Month }, act)
            : throw new RefusedException(MoneyRefusals.NotSentBack);

    /// <param name="shownRound">The round the approver has read: what was changed since is read again first.</param>
    /// <exception cref="RefusedException">NotWaitingForApproval, PaymentChanged, SamePersonApproves.</exception>
    public PaymentMove Approve(Entitlement entitlement, int shownRound, MoneyAct act)
    {
        RequireWaiting(shownRound);
        if (act.By == RequestedBy)
        {
            throw new RefusedException(MoneyRefusals.SamePersonApproves);
        }

        var entry = Book(entitlement, LedgerKind.Approved, AmountMinor, act);
        State = PaymentState.Approved;
        ApprovedAt = act.At;
        ApprovedBy = act.By;
        return new PaymentMove([entry], new PaymentApproved(Id, AmountMinor, Currency, Round));
    }

    /// <exception cref="RefusedException">NotWaitingForApproval, PaymentChanged.</exception>
    public PaymentMove SendBack(Entitlement entitlement, int shownRound, MoneyAct act)
    {
        RequireWaiting(shownRound);
        var entry = Book(entitlement, LedgerKind.SentBack, AmountMinor, act);
        State = PaymentState.SentBack;
        return new PaymentMove([entry], new PaymentSentBack(Id, AmountMinor, Currency, Round));
    }

    /// <summary>Ends it before anything was paid; the amount is free again.</summary>
    /// <exception cref="RefusedException">AlreadyPaid, PaymentEnded.</exception>
    public PaymentMove Cancel(Entitlement entitlement, MoneyAct act)
    {
        var before = State;
        var (kind, freed) = State switch
        {
            PaymentState.Requested => (LedgerKind.Withdrawn, AmountMinor),
            PaymentState.SentBack => (LedgerKind.Withdrawn, 0L),
            PaymentState.Approved => (LedgerKind.Cancelled, AmountMinor),
            PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor => throw new RefusedException(MoneyRefusals.AlreadyPaid),
            PaymentState.Cancelled or PaymentState.Reversed => throw new RefusedException(MoneyRefusals.PaymentEnded),
        };
        var entry = Book(entitlement, kind, freed, act);
        State = PaymentState.Cancelled;
        EndedAt = act.At;
        return new PaymentMove([entry], new PaymentCancelled(Id, before, AmountMinor, Currency));
    }

    /// <exception cref="RefusedException">
    /// NotApproved, AlreadyPaid, PaymentEnded, SamePersonPays, ModeNotAllowed, PaidInFuture, PaidBeforeApproval, AmountMissing,
    /// PaidMoreThanApproved, ReceiptMissing, InstalmentTooEarly.
    /// </exception>
    public PaymentMove Pay(Entitlement entitlement, EntitlementDefinition line, PaidOrder order, PayableFrom from, MoneyAct act)
    {
        RequirePayable(act);
        PaidRules.Check(line, order, AmountMinor, HasReceipt, from.ApprovedOn, act.Today);
        PaidRules.CheckMonth(Month, from.MonthBegins, order.On);
        var entries = new List<LedgerEntry> { Book(entitlement, LedgerKind.Paid, order.AmountMinor, act) };
        var rest = AmountMinor - order.AmountMinor;
        if (rest > 0)
        {
            entries.Add(Book(entitlement, LedgerKind.Released, rest, act));
        }

        (State, PaidAt, PaidBy, PaidOn, PaidMode, PaidMinor) = (PaymentState.Paid, act.At, act.By, order.On, order.Mode, order.AmountMinor);
        PaidEntryId = entries[0].Id;
        if (HasReceipt)
        {
            entries.Add(Book(entitlement, LedgerKind.Receipted, order.AmountMinor, act));
            State = PaymentState.Receipted;
        }

        return new PaymentMove(entries, new PaymentPaid(Id, order.On, order.Mode, order.AmountMinor, rest, Currency));
    }

    /// <summary>Before payment only where the line reimburses against a receipt; else afterwards.</summary>
    /// <exception cref="RefusedException">ReceiptMissing, ReceiptAlreadyThere, ReceiptInFuture, DateTooEarly, NotPaid, PaymentEnded.</exception>
    public PaymentMove AddReceipt(Entitlement entitlement, ReceiptOrder order, MoneyAct act)
    {
        if (!IsAlive)
        {
            throw new RefusedException(MoneyRefusals.PaymentEnded);
        }

        PaidRules.CheckReceipt(order, HasReceipt, PaidMode ?? Mode, DateOnly.FromDateTime(RequestedAt), act.Today);
        if (State is not (PaymentState.Paid or PaymentState.AccountedFor) && Mode != PaymentMode.ReimbursementAgainstReceipt)
        {
            throw new RefusedException(MoneyRefusals.NotPaid);
        }

        (ReceiptOn, ReceiptFileId, CashReceiptSigned) = (order.On, order.FileId, order.CashReceiptSigned);
        var entries = new List<LedgerEntry>();
        if (State is PaymentState.Paid or PaymentState.AccountedFor)
        {
            entries.Add(Book(entitlement, LedgerKind.Receipted, PaidMinor!.Value, act));
            State = PaymentState.Receipted;
        }

        return new PaymentMove(entries, new PaymentReceipted(Id, order.On, order.FileId, order.CashReceiptSigned));
    }

    /// <summary>Its receipt cannot be had any more: it counts as paid, nothing is free again, and nobody waits for it. A receipt that turns up is still taken.</summary>
    /// <exception cref="RefusedException">NotPaid; ReceiptAlreadyThere when it has its receipt.</exception>
    public PaymentMove AccountFor(Entitlement entitlement, MoneyAct act)
    {
        if (State != PaymentState.Paid)
        {
            throw new RefusedException(State == PaymentState.Receipted ? MoneyRefusals.ReceiptAlreadyThere : MoneyRefusals.NotPaid);
        }

        var entry = Book(entitlement, LedgerKind.AccountedFor, PaidMinor!.Value, act);
        State = PaymentState.AccountedFor;
        return new PaymentMove([entry], new PaymentAccountedFor(Id, PaidMinor.Value, Currency));
    }

    /// <summary>The money came back or was never handed over. The entry of the payment stays and is answered by another.</summary>
    /// <exception cref="RefusedException">AlreadyReversed, NotPaid.</exception>
    public PaymentMove Reverse(Entitlement entitlement, MoneyAct act)
    {
        var before = State;
        if (State == PaymentState.Reversed)
        {
            throw new RefusedException(MoneyRefusals.AlreadyReversed);
        }

        if (State is not (PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor))
        {
            throw new RefusedException(MoneyRefusals.NotPaid);
        }

        var entry = Book(entitlement, LedgerKind.Reversed, PaidMinor!.Value, act, PaidEntryId);
        State = PaymentState.Reversed;
        EndedAt = act.At;
        return new PaymentMove([entry], new PaymentReversed(Id, before, PaidMinor.Value, Currency));
    }

    private PaymentMove Ask(Entitlement entitlement, EntitlementDefinition line, PaymentOrder order, MoneyAct act)
    {
        LineRules.Check(line, order);
        if (order.AmountMinor > entitlement.LeftMinor)
        {
            throw new RefusedException(MoneyRefusals.CeilingExceeded, "Input.Amount");
        }

        Round++;
        var entry = Book(entitlement, LedgerKind.Reserved, order.AmountMinor, act);
        (State, Purpose, Mode, AmountMinor) = (PaymentState.Requested, order.Purpose, order.Mode, order.AmountMinor);
        (RequestedAt, RequestedBy) = (act.At, act.By);
        return new PaymentMove([entry], new PaymentRequested(Id, Category, Purpose, Mode, AmountMinor, Currency, Month, Round));
    }

    private void RequireWaiting(int shownRound)
    {
        if (State != PaymentState.Requested)
        {
            throw new RefusedException(MoneyRefusals.NotWaitingForApproval);
        }

        if (Round != shownRound)
        {
            throw new RefusedException(MoneyRefusals.PaymentChanged);
        }
    }

    private void RequirePayable(MoneyAct act)
    {
        if (PaidRules.WhyNotPayable(State) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        if (act.By == RequestedBy || act.By == ApprovedBy)
        {
            throw new RefusedException(MoneyRefusals.SamePersonPays);
        }
    }

    private LedgerEntry Book(Entitlement entitlement, LedgerKind kind, long amountMinor, MoneyAct act, Guid? reverses = null)
    {
        var entry = new LedgerEntry
        {
            Id = act.NewId(),
            CaseId = CaseId,
            EntitlementId = entitlement.Id,
            PaymentId = Id,
            Ordinal = Entries + 1,
            Kind = kind,
            Round = Round,
            AmountMinor = amountMinor,
            Currency = Currency,
            At = act.At,
            By = act.By,
            ReversesId = reverses,
        };
        entitlement.Apply(entry);
        Entries = entry.Ordinal;
        return entry;
    }
}
