using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Papers;

internal sealed class PaperMapping
    : IEntityTypeConfiguration<TravelPaper>,
        IEntityTypeConfiguration<Embassy>,
        IEntityTypeConfiguration<EmbassyYes>,
        IEntityTypeConfiguration<EmbassyStep>
{
    public void Configure(EntityTypeBuilder<TravelPaper> builder)
    {
        builder.ToTable("travel_papers");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Subject);
        builder.HasIndex(p => p.CaseId);
    }

    public void Configure(EntityTypeBuilder<Embassy> builder)
    {
        builder.ToTable("embassies").OnlyGrows();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Subject);
        builder.HasIndex(e => e.CaseId);
    }

    public void Configure(EntityTypeBuilder<EmbassyYes> builder)
    {
        builder.ToTable("embassy_yeses");
        builder.Property(y => y.Id).ValueGeneratedNever();
        builder.HasIndex(y => y.CaseId);
        // One yes at a time to one embassy.
        builder.HasIndex(y => y.EmbassyId).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<EmbassyStep> builder)
    {
        builder.ToTable("embassy_steps").OnlyGrows();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Subject);
        builder.HasIndex(s => s.CaseId);
    }
}
