using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Consultations.Links;

internal sealed class LinkMapping : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("one_time_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Ignore(l => l.IsDead);
        builder.Property(l => l.LinkDigest).HasMaxLength(64);
        builder.Property(l => l.CodeDigest).HasMaxLength(64);
        builder.Property(l => l.WindowDigest).HasMaxLength(64);
        builder.HasIndex(l => l.LinkDigest).IsUnique();
        builder.HasIndex(l => l.WindowDigest);
        builder.HasIndex(l => l.CaseId);
        builder.HasIndex(l => new { l.RegionId, l.MadeAt });
    }
}
