using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Justice.Proceedings;

internal sealed class ProceedingMapping : IEntityTypeConfiguration<Proceeding>, IEntityTypeConfiguration<ProceedingDay>
{
    public void Configure(EntityTypeBuilder<Proceeding> builder)
    {
        builder.ToTable("proceedings");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Subject);
        builder.HasIndex(p => new { p.CaseId, p.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProceedingDay> builder)
    {
        builder.ToTable("proceeding_days");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Subject);
        builder.HasIndex(d => d.ProceedingId);
        builder.HasIndex(d => d.CaseId);
    }
}
