using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Assessments.Investigation;

/// <summary>Is a criminal investigation open?</summary>
internal enum InvestigationAnswer
{
    Yes,
    No,
    Unknown,
    DoesNotWantToSay,
}

/// <summary>Has the person been heard in it? It is the person's choice, and it informs the journey and never forces anything.</summary>
internal enum HeardAnswer
{
    Yes,
    No,

    /// <summary>Was asked, and chose not to.</summary>
    ChoseNotTo,
    DoesNotWantToSay,
}

/// <summary>What the person answered before booking (S4.12). Never edited: asked anew is a new row, the latest counts.</summary>
internal sealed class InvestigationRecord : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the case; the highest counts.</summary>
    public required int Number { get; init; }

    public required InvestigationAnswer Investigation { get; init; }

    /// <summary>Null when it was not asked.</summary>
    public required HeardAnswer? Heard { get; init; }

    public required DateOnly AskedOn { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

/// <summary>What was noted beside the answers. Sealed in Justice.</summary>
internal sealed record InvestigationNote(string Note) : ISealedPayload
{
    public const string SubjectPrefix = "investigation.";

    public static string Kind => "investigation-note";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid recordId) => $"{SubjectPrefix}{recordId:D}";
}

internal sealed record InvestigationAnswered(
    Guid AnswerId,
    int Number,
    InvestigationAnswer Investigation,
    HeardAnswer? Heard,
    DateOnly AskedOn,
    Guid? RecordId
) : IEvent;

internal sealed class InvestigationMapping : IEntityTypeConfiguration<InvestigationRecord>
{
    public void Configure(EntityTypeBuilder<InvestigationRecord> builder)
    {
        builder.ToTable("investigation_answers");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
    }
}
