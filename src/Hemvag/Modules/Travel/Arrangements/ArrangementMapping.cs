using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Arrangements;

internal sealed class ArrangementMapping : IEntityTypeConfiguration<Arrangement>
{
    /// <summary>An answer needs someone who was asked, and only what is needed is asked for.</summary>
    public const string AnswerRule = "ck_travel_arrangements_answer";

    public void Configure(EntityTypeBuilder<Arrangement> builder)
    {
        builder.ToTable(
            "travel_arrangements",
            table =>
                table.HasCheckConstraint(
                    AnswerRule,
                    """("Answer" IS NULL OR "OrganisationId" IS NOT NULL) AND ("OrganisationId" IS NULL OR "Need" = 'Needed')"""
                )
        );
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Decided);
        builder.Ignore(a => a.Waits);
        builder.Ignore(a => a.Confirmed);
        builder.Ignore(a => a.IsBooked);
        builder.HasIndex(a => new { a.CaseId, a.Kind }).IsUnique();
    }
}
