using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Journeys;

internal sealed class JourneyMapping : IEntityTypeConfiguration<Journey>
{
    public void Configure(EntityTypeBuilder<Journey> builder)
    {
        builder.ToTable("journeys");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.DepartureZone).HasMaxLength(60);
        builder.HasIndex(j => j.CaseId).IsUnique();
    }
}
