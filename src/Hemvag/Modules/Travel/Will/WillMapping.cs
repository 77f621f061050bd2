using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Will;

internal sealed class WillMapping : IEntityTypeConfiguration<WillAnswer>
{
    public void Configure(EntityTypeBuilder<WillAnswer> builder)
    {
        builder.ToTable("will_answers").OnlyGrows();
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Language).HasMaxLength(8);
        builder.HasIndex(w => w.CaseId);
    }
}
