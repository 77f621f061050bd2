using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Sealing;

/// <summary>The key of one compartment of one case, wrapped under a root key. Destroying it erases the compartment.</summary>
internal sealed class CaseKey : ICaseRow
{
    /// <summary>Also the key id that every envelope names.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Compartment Compartment { get; init; }

    /// <summary>The root key version it is wrapped under, as the bytes say too: to find those to wrap anew.</summary>
    public required int RootKeyVersion { get; set; }

    public required byte[] Wrapped { get; set; }
}

/// <summary>A key that was destroyed: what it sealed is unreadable for ever, and verification does not take that for damage.</summary>
internal sealed class ErasedKey : ICaseRow
{
    /// <summary>The id the key had, which its envelopes go on naming.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Compartment Compartment { get; init; }

    public required DateTime ErasedAt { get; init; }
}

/// <summary>One version of one sealed thing. Versions are added, never changed, so that what stood before can still be read.</summary>
internal sealed class SealedRecord : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Compartment Compartment { get; init; }

    /// <summary>What it is about, neutral: "person.identity", "application.travel", "risk.{id}".</summary>
    public required string Subject { get; init; }

    /// <summary>1, 2, 3 … for the subject. A form carries the version it was shown.</summary>
    public required int Version { get; init; }

    public required byte[] Envelope { get; init; }

    public required DateTime WrittenAt { get; init; }

    public required Guid? WrittenBy { get; init; }
}

/// <summary>A sealed attachment: its name and type are sealed with it; only size and time are in clear.</summary>
internal sealed class SealedFile : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Compartment Compartment { get; init; }

    /// <summary>What it belongs to, neutral: "certificate", "receipt.{id}", "document".</summary>
    public required string Subject { get; init; }

    /// <summary>File name and content type, sealed.</summary>
    public required byte[] Label { get; init; }

    /// <summary>Bytes before sealing.</summary>
    public required int Size { get; init; }

    public required int ChunkCount { get; init; }

    /// <summary>SHA-256 over all sealed chunks in order.</summary>
    public required byte[] ChunksDigest { get; init; }

    /// <summary>True when clamd has looked at it; the screens say so where it has not.</summary>
    public required bool Scanned { get; init; }

    public required DateTime WrittenAt { get; init; }

    public required Guid? WrittenBy { get; init; }

    /// <summary>What the parts of a file are bound to.</summary>
    public static SealedAddress ContentAddress(SealedFile file) => new(file.CaseId, file.Compartment, file.Id, 1);

    /// <summary>The label has an address of its own: version 0 of the same record.</summary>
    public static SealedAddress LabelAddress(SealedFile file) => ContentAddress(file) with { Version = 0 };
}

/// <summary>256 KB of a sealed file; the digest in <see cref="SealedFile"/> covers it.</summary>
internal sealed class SealedFileChunk
{
    public required Guid FileId { get; init; }

    public required int Ordinal { get; init; }

    public required byte[] Envelope { get; init; }
}

internal sealed class SealedMapping
    : IEntityTypeConfiguration<CaseKey>,
        IEntityTypeConfiguration<ErasedKey>,
        IEntityTypeConfiguration<SealedRecord>,
        IEntityTypeConfiguration<SealedFile>,
        IEntityTypeConfiguration<SealedFileChunk>
{
    public void Configure(EntityTypeBuilder<CaseKey> builder)
    {
        builder.ToTable("case_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.CaseId, k.Compartment }).IsUnique();
        builder.HasIndex(k => new { k.RootKeyVersion, k.CaseId });
    }

    public void Configure(EntityTypeBuilder<ErasedKey> builder)
    {
        builder.ToTable("erased_keys").OnlyGrows();
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => k.CaseId);
    }

    public void Configure(EntityTypeBuilder<SealedRecord> builder)
    {
        builder.ToTable("sealed_records");
        builder.OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Subject).HasMaxLength(120);
        builder
            .HasIndex(r => new
            {
                r.CaseId,
                r.Subject,
                r.Version,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<SealedFile> builder)
    {
        builder.ToTable("sealed_files");
        builder.OnlyGrows();
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Subject).HasMaxLength(120);
        builder.HasIndex(f => new { f.CaseId, f.Subject });
    }

    public void Configure(EntityTypeBuilder<SealedFileChunk> builder)
    {
        builder.ToTable("sealed_file_chunks");
        builder.OnlyGrows();
        builder.HasKey(c => new { c.FileId, c.Ordinal });
    }
}
