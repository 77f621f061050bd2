using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>Which assessment was concluded (S4.7).</summary>
internal enum AssessmentPart
{
    Needs,
    Health,
}

/// <summary>How it ended: nothing is forced.</summary>
internal enum ConclusionOutcome
{
    Assessed,

    /// <summary>The person was asked and does not want to.</summary>
    DoesNotWant,
}

/// <summary>Whether the person can travel: the code alone; why stands sealed in Health (S4.7, S4.8).</summary>
internal enum TravelFitness
{
    Yes,
    WithOperationalEscort,
    WithMedicalEscort,
    No,
    NotAsked,
    DoesNotWantToSay,
}

/// <summary>A needs or health assessment was concluded. Never edited: it is concluded anew, the latest counts, all stay.</summary>
internal sealed class AssessmentConclusion : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required AssessmentPart Part { get; init; }

    /// <summary>1, 2, 3 … within case and part; the highest counts.</summary>
    public required int Number { get; init; }

    public required ConclusionOutcome Outcome { get; init; }

    /// <summary>For health alone, and only when it was assessed.</summary>
    public required TravelFitness? Fitness { get; init; }

    public required DateOnly ConcludedOn { get; init; }

    public required Guid ConcludedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

internal sealed record AssessmentConcluded(
    Guid ConclusionId,
    AssessmentPart Part,
    int Number,
    ConclusionOutcome Outcome,
    TravelFitness? Fitness,
    DateOnly ConcludedOn
) : IEvent;

internal sealed class AssessmentConclusionMapping : IEntityTypeConfiguration<AssessmentConclusion>
{
    public void Configure(EntityTypeBuilder<AssessmentConclusion> builder)
    {
        builder.ToTable("assessment_conclusions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder
            .HasIndex(c => new
            {
                c.CaseId,
                c.Part,
                c.Number,
            })
            .IsUnique();
    }
}
