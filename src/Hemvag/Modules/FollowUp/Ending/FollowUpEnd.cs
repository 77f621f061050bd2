using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.FollowUp.Ending;

/// <summary>Why the follow-up is over. Always a person's word, never a clock's.</summary>
internal enum FollowUpEndGround
{
    /// <summary>The programme's months have passed (S1.71).</summary>
    MonthsOver,

    /// <summary>The person wants no more contact (S4.11).</summary>
    NoMoreContactWanted,
}

/// <summary>The end of the follow-up of a case.</summary>
internal sealed class FollowUpEnd : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required FollowUpEndGround Ground { get; init; }

    public required DateOnly EndedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>Contacts that were missed and never held, and requests for support without an answer, when it ended.</summary>
    public required int StillOpen { get; init; }
}

internal sealed record FollowUpEnded(FollowUpEndGround Ground, DateOnly EndedOn, int StillOpen) : IEvent;

internal sealed class FollowUpEndMapping : IEntityTypeConfiguration<FollowUpEnd>
{
    public void Configure(EntityTypeBuilder<FollowUpEnd> builder)
    {
        builder.ToTable("follow_up_ends");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.CaseId).IsUnique();
    }
}
