using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Sealing;

/// <summary>A match token of a case: tells whoever holds the token key that two cases are of one person, and nobody else anything.</summary>
internal sealed class StoredToken : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What it was made from; it goes when that is erased.</summary>
    public required Compartment Compartment { get; init; }

    /// <summary>An accompanying child; null for the person whose case it is.</summary>
    public Guid? ChildId { get; init; }

    public required MatchKind Kind { get; init; }

    /// <summary>The version of the token key.</summary>
    public required int RootKeyVersion { get; init; }

    /// <summary>32 bytes.</summary>
    public required byte[] Value { get; init; }
}

internal sealed class StoredTokenMapping : IEntityTypeConfiguration<StoredToken>
{
    public void Configure(EntityTypeBuilder<StoredToken> builder)
    {
        builder.ToTable("match_tokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.Value);
        builder.HasIndex(t => t.CaseId);
    }
}
