using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Travel.Legs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>Whom silence has come to, upwards.</summary>
internal enum SilenceLevel
{
    DutyOfficer,
    Caseworker,
    LocalOffice,
    Coordinator,
}

/// <summary>No sign of life within the time agreed. Climbs until somebody has heard of the person, and ends by nothing else.</summary>
internal sealed class SilenceAlarm : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid LegId { get; init; }

    public required LegMoment Moment { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RaisedAt { get; init; }

    public SilenceLevel Level { get; private set; } = SilenceLevel.DutyOfficer;

    /// <summary>UTC. When those of this level were asked: a leg has several watches, and they climb no faster together.</summary>
    public required DateTime AskedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who heard of the person.</summary>
    public Guid? EndedBy { get; private set; }

    public bool IsAtTheTop => Level == SilenceLevel.Coordinator;

    public SilenceClimbed Climb(DateTime now)
    {
        Level++;
        AskedAt = now;
        return new SilenceClimbed(Id, Level);
    }

    public SilenceEnded End(DateTime now, Guid? by)
    {
        (EndedAt, EndedBy) = (now, by);
        return new SilenceEnded(Id);
    }
}

internal sealed record SilenceRaised(Guid AlarmId, Guid LegId, LegMoment Moment) : IEvent;

internal sealed record SilenceClimbed(Guid AlarmId, SilenceLevel Level) : IEvent;

internal sealed record SilenceEnded(Guid AlarmId) : IEvent;

/// <summary>The watch over a leg has looked.</summary>
internal sealed record LegLookedAt(Guid LegId, LegState State) : IEvent;

/// <summary>Somebody has heard of the person on the way.</summary>
internal sealed record SignOfLife(Guid? LegId) : IEvent;

internal sealed class SilenceMapping : IEntityTypeConfiguration<SilenceAlarm>
{
    public void Configure(EntityTypeBuilder<SilenceAlarm> builder)
    {
        builder.ToTable("silence_alarms");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.CaseId);
        // One open alarm for a leg.
        builder.HasIndex(a => a.LegId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}
