using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>
/// A conversation in which the person was told what it takes to decide (S1.14-S1.16, S1.33). There can be several; together they cover the
/// topics of the programme version.
/// </summary>
internal sealed class InformationConversation : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>ISO 639 code; null when it was not noted.</summary>
    public required string? Language { get; init; }

    /// <summary>How the text reached the person; null when it was not noted.</summary>
    public required ConsentReading? Reading { get; init; }

    /// <summary>Ids of the topics that were told, comma separated, in the order of the programme version.</summary>
    public required string Topics { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public IReadOnlyList<string> TopicList => TopicsIn(Topics);

    public static IReadOnlyList<string> TopicsIn(string topics) => topics.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed record InformationRecorded(
    Guid ConversationId,
    DateOnly HeldOn,
    string? Language,
    ConsentReading? Reading,
    string Topics,
    Guid? RecordId
) : IEvent;

internal sealed class InformationConversationMapping : IEntityTypeConfiguration<InformationConversation>
{
    public void Configure(EntityTypeBuilder<InformationConversation> builder)
    {
        builder.ToTable("information_conversations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.Ignore(c => c.TopicList);
        builder.HasIndex(c => c.CaseId);
    }
}
