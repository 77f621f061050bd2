using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Consultations.Threads;

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.ChainStream);
        builder.Ignore(c => c.IsToIom);
        builder.Property(c => c.Number).HasMaxLength(40);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.AskedBy);
        builder.HasIndex(c => c.TakenBy);
        // The desk of an organisation, and what its colleagues asked.
        builder.HasIndex(c => new { c.RecipientId, c.ErasedAt });
        builder.HasIndex(c => new { c.AskedFrom, c.ErasedAt });
    }
}
