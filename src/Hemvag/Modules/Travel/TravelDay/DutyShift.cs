using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>Hours in which a caseworker of IOM Finland is on duty for those who travel. Nothing of a case.</summary>
internal sealed class DutyShift : IChainedRow
{
    /// <summary>Not from the seeds: a longer shift is more likely a slip of the pen.</summary>
    public const int LongestHours = 72;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC; not on duty any more at that moment.</summary>
    public required DateTime Until { get; init; }

    public required Guid AddedBy { get; init; }

    /// <summary>UTC. It was taken away: the row stays.</summary>
    public DateTime? RemovedAt { get; private set; }

    public string ChainStream => Streams.Account(AccountId);

    /// <exception cref="RefusedException">DutyOver when it is taken away already.</exception>
    public DutyShiftRemoved Remove(DateTime now)
    {
        if (RemovedAt is not null)
        {
            throw new RefusedException(TravelRefusals.DutyOver);
        }

        RemovedAt = now;
        return new DutyShiftRemoved(Id);
    }
}

/// <summary>The one on duty sees a case because something happened on the way, until the person has been met.</summary>
internal sealed class DutySight : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? Until { get; set; }
}

internal sealed record DutyShiftAdded(Guid ShiftId, Guid AccountId, DateTime From, DateTime Until) : IEvent;

internal sealed record DutyShiftRemoved(Guid ShiftId) : IEvent;

/// <summary>Who is on duty has changed while a person was silent, or had stopped on the way.</summary>
/// <param name="AccountId">Null when nobody is on duty now.</param>
internal sealed record DutyPassedOn(Guid? AccountId) : IEvent;

internal sealed class DutyShiftMapping : IEntityTypeConfiguration<DutyShift>, IEntityTypeConfiguration<DutySight>
{
    public void Configure(EntityTypeBuilder<DutySight> builder)
    {
        builder.ToTable("duty_sights");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<DutyShift> builder)
    {
        builder.ToTable("duty_shifts", table => table.HasCheckConstraint("ck_duty_shifts_times", "\"Until\" > \"From\""));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.ChainStream);
        builder.HasIndex(s => s.Until);
    }
}
