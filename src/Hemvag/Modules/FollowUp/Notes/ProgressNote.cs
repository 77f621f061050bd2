using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.FollowUp.Notes;

/// <summary>A dated note from IOM Finland to the Swedish partners that a consent names (S0.22, S4.12). The text is sealed under Notes.</summary>
internal sealed class ProgressNote : ICaseRow
{
    public const string SubjectPrefix = "progress-note.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The day it tells of.</summary>
    public required DateOnly NotedOn { get; init; }

    public required DateTime WrittenAt { get; init; }

    public required Guid WrittenBy { get; init; }

    public string Subject => SubjectPrefix + Id.ToString("N");
}

/// <summary>An organisation the note was written to.</summary>
internal sealed class ProgressNoteRecipient : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid NoteId { get; init; }

    public required Guid OrganisationId { get; init; }
}

/// <summary>The note's words.</summary>
internal sealed record ProgressNotePayload(string Text) : ISealedPayload
{
    public static string Kind => "progress-note";

    public static int SchemaVersion => 1;
}

internal sealed record ProgressNoteWritten(Guid NoteId, DateOnly NotedOn, IReadOnlyList<Guid> Recipients, Guid RecordId) : IEvent;

internal sealed class ProgressNoteMapping : IEntityTypeConfiguration<ProgressNote>, IEntityTypeConfiguration<ProgressNoteRecipient>
{
    public void Configure(EntityTypeBuilder<ProgressNote> builder)
    {
        builder.ToTable("progress_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.Subject);
        builder.HasIndex(n => n.CaseId);
    }

    public void Configure(EntityTypeBuilder<ProgressNoteRecipient> builder)
    {
        builder.ToTable("progress_note_recipients");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.NoteId, r.OrganisationId }).IsUnique();
        builder.HasIndex(r => r.CaseId);
    }
}
