using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>What may stop a person at a border or a gate, and is looked at before the journey (the list is not from the seeds).</summary>
internal enum TravelCheckKind
{
    /// <summary>A visa for a country where the person changes.</summary>
    TransitVisa,

    /// <summary>The carrier's rules for a minor who travels alone.</summary>
    UnaccompaniedMinor,

    /// <summary>The carrier's medical clearance, fit to fly.</summary>
    MedicalClearance,

    /// <summary>How long a travel document must be valid where the person arrives.</summary>
    PassportValidity,

    /// <summary>Visa and documents of whoever escorts.</summary>
    EscortPapers,
}

/// <summary>What came out of a check.</summary>
internal enum CheckOutcome
{
    NotNeeded,
    Needed,
    Done,
}

/// <summary>
/// One check. In clear only whether it is settled: that someone needs a medical clearance tells of health, so the outcome is sealed in Travel.
/// What nobody has looked at and what is needed and not done yet look alike.
/// </summary>
internal sealed class TravelCheck : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required TravelCheckKind Kind { get; init; }

    public bool Settled { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>The account that wrote it last.</summary>
    public Guid? WrittenBy { get; private set; }

    public void Write(CheckOutcome outcome, DateTime now, Guid by)
    {
        Settled = outcome != CheckOutcome.Needed;
        WrittenAt = now;
        WrittenBy = by;
    }
}

/// <summary>What came out of a check, sealed in Travel.</summary>
/// <param name="DoneOn">The day it was done; null otherwise.</param>
/// <param name="DoneBy">Who did it or gave it.</param>
internal sealed record TravelCheckWords(CheckOutcome Outcome, DateOnly? DoneOn, string? DoneBy, string? Note) : ISealedPayload
{
    public const string SubjectPrefix = "travel.check.";

    public static string Kind => "travel-check";

    public static int SchemaVersion => 1;

    public static string SubjectOf(TravelCheckKind kind) => SubjectPrefix + kind;
}

/// <summary>A check was written. What came out of it is in the sealed record alone.</summary>
internal sealed record TravelCheckWritten(Guid CheckId, TravelCheckKind Kind, bool Settled, Guid RecordId, int Version) : IEvent;

internal sealed class TravelCheckMapping : IEntityTypeConfiguration<TravelCheck>
{
    public void Configure(EntityTypeBuilder<TravelCheck> builder)
    {
        builder.ToTable("travel_checks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.CaseId, c.Kind }).IsUnique();
    }
}
