using Hemvag.Data;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What a cost of the journey is for (S1.25-S1.28).</summary>
internal enum TravelCostKind
{
    Leg,
    Document,
    Escort,
    Assistance,
}

/// <summary>How far a cost has come.</summary>
internal enum TravelCostState
{
    /// <summary>Waits for an approver.</summary>
    Requested,
    Approved,

    /// <summary>It cost more than was approved, or was not approved: waits for an approver once more.</summary>
    Exceeded,

    /// <summary>What it cost is known and approved.</summary>
    Settled,
    Refused,

    /// <summary>Not needed any more; nothing was spent.</summary>
    Cancelled,
}

/// <summary>
/// A cost of the journey, from estimate to refund. It counts in what the programme spends and outside the person's entitlements. Whoever asks
/// or says what it cost does not approve.
/// </summary>
internal sealed class TravelCost : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required TravelCostKind Kind { get; init; }

    /// <summary>The leg or document it is for; null where it is for none in particular.</summary>
    public required Guid? SubjectId { get; init; }

    /// <summary>A code of <see cref="Currencies"/>.</summary>
    public required string Currency { get; init; }

    /// <summary>Minor units, more than 0.</summary>
    public required long EstimateMinor { get; init; }

    public required Guid RequestedBy { get; init; }

    public required DateTime RequestedAt { get; init; }

    public TravelCostState State { get; private set; } = TravelCostState.Requested;

    /// <summary>Minor units; null while nothing is approved.</summary>
    public long? ApprovedMinor { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Minor units; null while it is not known.</summary>
    public long? ActualMinor { get; private set; }

    /// <summary>Who said what it cost.</summary>
    public Guid? ActualBy { get; private set; }

    /// <summary>The invoice, sealed under Bank; null where none was attached.</summary>
    public Guid? InvoiceFileId { get; private set; }

    /// <summary>Minor units that came back, at most what it cost.</summary>
    public long RefundMinor { get; private set; }

    public bool WaitsForApproval => State is TravelCostState.Requested or TravelCostState.Exceeded;

    /// <summary>What an approver is asked for now.</summary>
    public Amount Asked => new(ActualMinor ?? EstimateMinor, Currency);

    /// <summary>What it has cost the programme as far as is known: nothing until the actual cost is there.</summary>
    public Amount Spent => new((ActualMinor ?? 0) - RefundMinor, Currency);

    public bool CanBeInvoiced => State is TravelCostState.Requested or TravelCostState.Approved;

    /// <summary>What it cost was said, and can have been mistyped.</summary>
    public bool CanBeCorrected => State is TravelCostState.Exceeded or TravelCostState.Settled;

    public bool CanBeCancelled => State is TravelCostState.Requested or TravelCostState.Approved or TravelCostState.Refused;

    public static string SubjectOf(Guid costId) => $"travel.cost.{costId:N}";

    /// <param name="shown">The amount the approver has read.</param>
    /// <exception cref="RefusedException">CostNotWaiting, CostChanged, CostSamePerson.</exception>
    public TravelCostMoved Approve(long shown, DateTime now, Guid by)
    {
        RequireWaiting(shown);
        if (by == RequestedBy || by == ActualBy)
        {
            throw new RefusedException(TravelRefusals.CostSamePerson);
        }

        (ApprovedMinor, ApprovedBy, ApprovedAt) = (Asked.Minor, by, now);
        return To(ActualMinor is null ? TravelCostState.Approved : TravelCostState.Settled, Asked.Minor);
    }

    /// <exception cref="RefusedException">CostNotWaiting, CostChanged; CostSpent where the money is gone already.</exception>
    public TravelCostMoved Refuse(long shown)
    {
        RequireWaiting(shown);
        return ActualMinor is null ? To(TravelCostState.Refused, EstimateMinor) : throw new RefusedException(TravelRefusals.CostSpent);
    }

    /// <summary>What it cost, whatever was approved: more than that waits for an approver.</summary>
    /// <exception cref="RefusedException">CostOver, CostSamePerson.</exception>
    public TravelCostMoved Invoice(long amountMinor, Guid? fileId, Guid by)
    {
        if (!CanBeInvoiced)
        {
            throw new RefusedException(TravelRefusals.CostOver);
        }

        if (by == ApprovedBy)
        {
            throw new RefusedException(TravelRefusals.CostSamePerson);
        }

        (ActualMinor, ActualBy, InvoiceFileId) = (amountMinor, by, fileId);
        return To(ApprovedMinor >= amountMinor ? TravelCostState.Settled : TravelCostState.Exceeded, amountMinor);
    }

    /// <summary>What it cost was mistyped: more than was approved waits for an approver once more. The invoice stays.</summary>
    /// <exception cref="RefusedException">CostNotSpent, CostChanged, CostSamePerson, RefundTooLarge where more has come back than it cost.</exception>
    public TravelCostCorrected Correct(long shown, long amountMinor, Guid by)
    {
        if (!CanBeCorrected || ActualMinor is not { } before)
        {
            throw new RefusedException(TravelRefusals.CostNotSpent);
        }

        if (shown != before)
        {
            throw new RefusedException(TravelRefusals.CostChanged);
        }

        if (by == ApprovedBy)
        {
            throw new RefusedException(TravelRefusals.CostSamePerson);
        }

        if (RefundMinor > amountMinor)
        {
            throw new RefusedException(TravelRefusals.RefundTooLarge, "Corrected.Amount");
        }

        (ActualMinor, ActualBy) = (amountMinor, by);
        State = ApprovedMinor >= amountMinor ? TravelCostState.Settled : TravelCostState.Exceeded;
        return new TravelCostCorrected(Id, State, before, amountMinor, Currency);
    }

    /// <param name="shown">What had come back before, as the form had shown it: two who write the same refund write it once.</param>
    /// <exception cref="RefusedException">CostNotSpent, CostChanged, RefundTooLarge.</exception>
    public TravelCostMoved Refund(long shown, long amountMinor)
    {
        if (ActualMinor is not { } actual)
        {
            throw new RefusedException(TravelRefusals.CostNotSpent);
        }

        if (shown != RefundMinor)
        {
            throw new RefusedException(TravelRefusals.CostChanged);
        }

        if (amountMinor > actual - RefundMinor)
        {
            throw new RefusedException(TravelRefusals.RefundTooLarge, "Refund.Amount");
        }

        RefundMinor += amountMinor;
        return new TravelCostMoved(Id, Kind, State, amountMinor, Currency, IsRefund: true);
    }

    /// <exception cref="RefusedException">CostOver.</exception>
    public TravelCostMoved Cancel() =>
        CanBeCancelled ? To(TravelCostState.Cancelled, EstimateMinor) : throw new RefusedException(TravelRefusals.CostOver);

    private void RequireWaiting(long shown)
    {
        if (!WaitsForApproval)
        {
            throw new RefusedException(TravelRefusals.CostNotWaiting);
        }

        if (shown != Asked.Minor)
        {
            throw new RefusedException(TravelRefusals.CostChanged);
        }
    }

    private TravelCostMoved To(TravelCostState state, long amountMinor)
    {
        State = state;
        return new TravelCostMoved(Id, Kind, state, amountMinor, Currency, IsRefund: false);
    }
}
