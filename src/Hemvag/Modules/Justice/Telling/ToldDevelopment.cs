using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Justice.Telling;

/// <summary>The person was told how a proceeding stands (S4.12): when, by whom, how, in which language. What was told is sealed under Justice.</summary>
internal sealed class ToldDevelopment : ICaseRow
{
    public const string SubjectPrefix = "justice-told.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ProceedingId { get; init; }

    public required DateOnly ToldOn { get; init; }

    public required ToldBy By { get; init; }

    public required ToldWay Way { get; init; }

    /// <summary>ISO 639 code.</summary>
    public required string Language { get; init; }

    public required bool ThroughInterpreter { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id:N}";
}

/// <summary>What was told, and what the person said to it.</summary>
internal sealed record ToldPayload(string What, string? Answer) : ISealedPayload
{
    public static string Kind => "justice-told";

    public static int SchemaVersion => 1;
}

internal sealed record DevelopmentTold(
    Guid ProceedingId,
    Guid ToldId,
    DateOnly ToldOn,
    ToldBy By,
    ToldWay Way,
    string Language,
    bool ThroughInterpreter,
    Guid RecordId
) : IEvent;

internal sealed record TellingPlanned(Guid ProceedingId, Teller Teller, DateOnly TellOn) : IEvent;

internal sealed class ToldMapping : IEntityTypeConfiguration<ToldDevelopment>
{
    public void Configure(EntityTypeBuilder<ToldDevelopment> builder)
    {
        builder.ToTable("justice_told");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Language).HasMaxLength(10);
        builder.Ignore(t => t.Subject);
        builder.HasIndex(t => t.ProceedingId);
        builder.HasIndex(t => t.CaseId);
    }
}
