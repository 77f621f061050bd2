using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Jobs;

/// <summary>Something the system does later. Holds ids only; what it may do is looked up again when it runs.</summary>
internal sealed class Job
{
    public required Guid Id { get; init; }

    /// <summary>Names the handler.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: a case, a notice, a payment.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Two jobs with the same key are one: mails and reminders are sent once.</summary>
    public required string DedupeKey { get; init; }

    public required DateTime RunAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>Given up after several attempts; an administrator sees it and can start it again.</summary>
    public DateTime? DeadAt { get; set; }

    /// <summary>Type of the last error, never its message.</summary>
    public string? LastError { get; set; }

    public static Job At(DateTime runAt, string kind, Guid subjectId, string dedupeKey) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(runAt, TimeSpan.Zero)),
            Kind = kind,
            SubjectId = subjectId,
            DedupeKey = dedupeKey,
            RunAt = runAt,
        };
}

/// <summary>A line in someone's list of notices: something waits. Never says more than its kind and the case's number.</summary>
internal sealed class Notice
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Empty where it is about the account itself.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What waits, as a word of the program.</summary>
    public required string Kind { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ReadAt { get; set; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.Kind).HasMaxLength(60);
        builder.Property(j => j.DedupeKey).HasMaxLength(160);
        builder.Property(j => j.Attempts).IsConcurrencyToken();
        builder.HasIndex(j => j.DedupeKey).IsUnique();
        builder.HasIndex(j => new
        {
            j.DoneAt,
            j.DeadAt,
            j.RunAt,
        });
    }

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(60);
        builder.HasIndex(n => new
        {
            n.AccountId,
            n.ReadAt,
            n.CreatedAt,
        });
    }
}
