using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Programmes;

/// <summary>A programme version as it was when it first ran here. Cases stand on it, so it never changes.</summary>
internal sealed class StoredProgramme : IChainedRow
{
    public required Guid Id { get; init; }

    /// <summary>"amp-2018".</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string Content { get; init; }

    public required DateTime ImportedAt { get; init; }

    public string ChainStream => Streams.Programmes;
}

internal sealed record ProgrammeImported(string ProgrammeId, string Sha256) : IEvent;

internal sealed class StoredProgrammeMapping : IEntityTypeConfiguration<StoredProgramme>
{
    public void Configure(EntityTypeBuilder<StoredProgramme> builder)
    {
        builder.ToTable("programme_versions").OnlyGrows();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ProgrammeId).HasMaxLength(40);
        builder.Property(p => p.Content).HasMaxLength(2_000_000);
        builder.Ignore(p => p.ChainStream);
        builder.HasIndex(p => p.ProgrammeId).IsUnique();
    }
}
