using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>One look at a row of the risk table. The note, if any, is sealed.</summary>
internal sealed class RiskReview : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid RiskId { get; init; }

    public required DateOnly ReviewedOn { get; init; }

    public required Guid ReviewedBy { get; init; }

    /// <summary>How the row stood afterwards.</summary>
    public required RiskStatus Status { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

internal sealed class RiskMapping : IEntityTypeConfiguration<RiskRow>, IEntityTypeConfiguration<RiskReview>
{
    public void Configure(EntityTypeBuilder<RiskRow> builder)
    {
        builder.ToTable("risks");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Phase).HasMaxLength(60);
        builder.Property(r => r.Category).HasMaxLength(60);
        builder.Property(r => r.Likelihood).HasMaxLength(60);
        builder.Property(r => r.Consequence).HasMaxLength(60);
        builder.Property(r => r.ResidualLikelihood).HasMaxLength(60);
        builder.Property(r => r.ResidualConsequence).HasMaxLength(60);
        builder.Ignore(r => r.Owner);
        builder.Ignore(r => r.CurrentLevel);
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RiskReview> builder)
    {
        builder.ToTable("risk_reviews");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.CaseId, r.RiskId });
    }
}
