using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Retention;

/// <summary>Why an erasure was taken out of the list.</summary>
internal enum TakenOut
{
    /// <summary>Something was done in the case after it was prepared.</summary>
    SomethingNew,

    /// <summary>Someone of those who may confirm it said no.</summary>
    ByHand,
}

/// <summary>One erasure from its preparation to its end: prepared by one, confirmed by another, carried out after a time of grace.</summary>
internal sealed class Erasure : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Id of a rule of retention.json, or <see cref="RetentionRule.AskedByPerson"/>.</summary>
    public required string Category { get; init; }

    public required Compartment Compartments { get; init; }

    public required Guid PreparedBy { get; init; }

    public required DateTime PreparedAt { get; init; }

    /// <summary>The case's operation that prepared it: a later one is something new.</summary>
    public required long CaseVersion { get; init; }

    public Guid? ConfirmedBy { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    /// <summary>UTC. When the time of grace is over.</summary>
    public DateTime? ErasesAt { get; set; }

    public DateTime? TakenOutAt { get; set; }

    public TakenOut? TakenOutWhy { get; set; }

    public DateTime? ErasedAt { get; set; }

    /// <summary>The day the last backup that holds the keys has expired.</summary>
    public DateOnly? FinalOn { get; set; }

    public bool IsOpen => ErasedAt is null && TakenOutAt is null;

    /// <exception cref="RefusedException">ErasureNotWaiting, ErasureSamePerson.</exception>
    public ErasureConfirmed Confirm(Guid by, DateTime now, TimeSpan grace)
    {
        if (!IsOpen || ConfirmedAt is not null)
        {
            throw new RefusedException(RetentionRefusals.ErasureNotWaiting);
        }

        if (by == PreparedBy)
        {
            throw new RefusedException(RetentionRefusals.ErasureSamePerson);
        }

        ConfirmedBy = by;
        ConfirmedAt = now;
        ErasesAt = now + grace;
        return new ErasureConfirmed(Id, ErasesAt.Value);
    }

    /// <exception cref="RefusedException">ErasureNotWaiting.</exception>
    public ErasureTakenOut TakeOut(TakenOut why, DateTime now)
    {
        if (!IsOpen)
        {
            throw new RefusedException(RetentionRefusals.ErasureNotWaiting);
        }

        TakenOutAt = now;
        TakenOutWhy = why;
        return new ErasureTakenOut(Id, why);
    }

    public void Done(DateTime now, int backupDays)
    {
        ErasedAt = now;
        FinalOn = DateOnly.FromDateTime(now).AddDays(backupDays);
    }
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Category).HasMaxLength(40);
        builder.Property(e => e.Compartments).HasConversion<int>();
        builder.Ignore(e => e.IsOpen);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.ErasedAt, e.TakenOutAt });
    }
}
