using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Legs;

internal sealed class LegMapping : IEntityTypeConfiguration<Leg>
{
    public void Configure(EntityTypeBuilder<Leg> builder)
    {
        builder.ToTable(
            "journey_legs",
            table =>
            {
                table.HasCheckConstraint("ck_journey_legs_ordinal", "\"Ordinal\" > 0");
                table.HasCheckConstraint(
                    "ck_journey_legs_silence",
                    $"\"SilenceMinutes\" BETWEEN {LegForm.FewestSilenceMinutes} AND {LegForm.MostSilenceMinutes}"
                );
                table.HasCheckConstraint("ck_journey_legs_length", "\"LengthMinutes\" > 0");
                table.HasCheckConstraint("ck_journey_legs_superseded", "(\"State\" = 'Superseded') = (\"Change\" IS NOT NULL)");
            }
        );
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Ignore(l => l.Subject);
        builder.HasIndex(l => l.CaseId);
        // Two people cannot put two legs in the place of one.
        builder.HasIndex(l => l.ReplacesId).IsUnique();
    }
}
