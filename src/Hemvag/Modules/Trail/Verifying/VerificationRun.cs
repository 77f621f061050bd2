using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Trail.Verifying;

/// <summary>One verification that someone asked for on the page, and how far it has come. Not chained: it describes the chains.</summary>
internal sealed class VerificationRun
{
    public required Guid Id { get; init; }

    public required string AskedByName { get; init; }

    public required DateTime AskedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    /// <summary>When it last said how far it has come; another node leaves a live run alone.</summary>
    public DateTime? TouchedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Operations there were when it began.</summary>
    public int OperationsInAll { get; set; }

    /// <summary>Operations looked at so far.</summary>
    public int Operations { get; set; }

    public int Streams { get; set; }

    public int Rows { get; set; }

    public int Findings { get; set; }

    /// <summary>The first findings, a line each: streams and ids, never content.</summary>
    public string FirstFindings { get; set; } = "";
}

internal sealed class VerificationRunMapping : IEntityTypeConfiguration<VerificationRun>
{
    public const int FindingsLength = 8000;

    public void Configure(EntityTypeBuilder<VerificationRun> builder)
    {
        builder.ToTable("verification_runs");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AskedByName).HasMaxLength(120);
        builder.Property(r => r.FirstFindings).HasMaxLength(FindingsLength);
        builder.HasIndex(r => r.AskedAt);
    }
}
