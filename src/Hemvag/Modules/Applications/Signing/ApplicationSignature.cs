using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>A coordinator's signature under the application as it stood (S1.48). A changed section needs a new one; the old ones stay.</summary>
internal sealed class ApplicationSignature : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The programme version whose form it was: a case can be moved to another one.</summary>
    public required string ProgrammeId { get; init; }

    public required int FormVersion { get; init; }

    /// <summary>What was signed: see <see cref="SignedDigest"/>.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SignedAt { get; init; }

    public required Guid SignedBy { get; init; }

    /// <summary>The name of the account when it signed.</summary>
    public required string SignedByName { get; init; }
}

internal sealed class ApplicationSignatureMapping : IEntityTypeConfiguration<ApplicationSignature>
{
    public void Configure(EntityTypeBuilder<ApplicationSignature> builder)
    {
        builder.ToTable("application_signatures").OnlyGrows();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.SignedByName).HasMaxLength(120);
        builder.Property(s => s.ProgrammeId).HasMaxLength(40);
        builder.HasIndex(s => new { s.CaseId, s.SignedAt });
    }
}
