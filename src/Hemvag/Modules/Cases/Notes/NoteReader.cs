using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.Notes;

/// <summary>An organisation that reads one text sealed under Notes: the one that wrote it, or one it was written to.</summary>
internal sealed class NoteReader : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The subject of the sealed record.</summary>
    public required string Subject { get; init; }

    public required Guid OrganisationId { get; init; }
}

internal sealed class NoteReaderMapping : IEntityTypeConfiguration<NoteReader>
{
    public void Configure(EntityTypeBuilder<NoteReader> builder)
    {
        builder.ToTable("note_readers").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Subject).HasMaxLength(120);
        builder.HasIndex(r => new { r.CaseId, r.OrganisationId });
    }
}
