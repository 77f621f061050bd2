using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.CashSupport.Paying;

internal sealed class CashVisitMapping : IEntityTypeConfiguration<CashVisit>
{
    public void Configure(EntityTypeBuilder<CashVisit> builder)
    {
        builder.ToTable("cash_visits");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.IsInDoubt);
        builder.HasIndex(v => v.CaseId);
    }
}
