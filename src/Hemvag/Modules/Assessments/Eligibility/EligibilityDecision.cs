using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>
/// A decision on whether the person can take part (S1.41). Never edited: a new decision is a new row, the latest counts, all stay.
/// What it rests on is sealed.
/// </summary>
internal sealed class EligibilityDecision : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the case; the highest counts.</summary>
    public required int Number { get; init; }

    public required bool CanTakePart { get; init; }

    /// <summary>The day it was decided, in the zone of the coordinator's region.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required Guid DecidedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

/// <summary>A decision on taking part was made.</summary>
/// <param name="RecordId">The sealed record with criteria and reasons.</param>
internal sealed record EligibilityDecisionMade(Guid DecisionId, int Number, bool CanTakePart, DateOnly DecidedOn, Guid RecordId) : IEvent;

internal sealed class EligibilityDecisionMapping : IEntityTypeConfiguration<EligibilityDecision>
{
    public void Configure(EntityTypeBuilder<EligibilityDecision> builder)
    {
        builder.ToTable("eligibility_decisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        // Two decisions at once: one of them runs again and takes the next number.
        builder.HasIndex(d => new { d.CaseId, d.Number }).IsUnique();
    }
}
