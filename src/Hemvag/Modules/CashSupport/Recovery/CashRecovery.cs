using Hemvag.Auditing;
using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Recovery;

/// <summary>Why support is paid back (förordningen 2008:778, 7 §).</summary>
internal enum RecoveryGround
{
    NotReturnedVoluntarily,
    ReenteredIllegally,
    IncorrectInformation,
}

/// <summary>Migrationsverket has decided that support is paid back. Recorded here, claimed elsewhere.</summary>
internal sealed class CashRecovery : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required RecoveryGround Ground { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>Öre.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Öre, of what has come back.</summary>
    public long RepaidMinor { get; private set; }

    /// <summary>Öre, of what is no longer asked back.</summary>
    public long WithdrawnMinor { get; private set; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public long LeftMinor => AmountMinor - WithdrawnMinor - RepaidMinor;

    public CashRepaid Repay(CashRepayment repayment)
    {
        RepaidMinor = checked(RepaidMinor + repayment.AmountMinor);
        return new CashRepaid(Id, repayment.AmountMinor, repayment.On);
    }

    public CashRecoveryWithdrawn Withdraw(CashRecoveryWithdrawal withdrawal)
    {
        WithdrawnMinor = checked(WithdrawnMinor + withdrawal.AmountMinor);
        return new CashRecoveryWithdrawn(Id, withdrawal.Reason, withdrawal.AmountMinor);
    }
}

/// <summary>Why what is left of a recovery is not asked back (not from the seeds).</summary>
internal enum WithdrawalReason
{
    WronglyRecorded,
    DecisionChanged,
    Remitted,
}

/// <summary>What was left of a recovery is not asked back any more; a fact, never changed. What has come back stays.</summary>
internal sealed class CashRecoveryWithdrawal : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid RecoveryId { get; init; }

    public required WithdrawalReason Reason { get; init; }

    /// <summary>Öre.</summary>
    public required long AmountMinor { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}

/// <summary>Money that has come back; a fact, never changed.</summary>
internal sealed class CashRepayment : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid RecoveryId { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Öre.</summary>
    public required long AmountMinor { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}

internal sealed record CashRecoveryDecided(Guid RecoveryId, RecoveryGround Ground, DateOnly DecidedOn, long AmountMinor, string Currency) : IEvent;

internal sealed record CashRecoveryWithdrawn(Guid RecoveryId, WithdrawalReason Reason, long AmountMinor) : IEvent;

internal sealed record CashRepaid(Guid RecoveryId, long AmountMinor, DateOnly On) : IEvent;
