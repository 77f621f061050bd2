using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Reintegration.Plans;

internal sealed class PlanMapping
    : IEntityTypeConfiguration<ReintegrationPlan>,
        IEntityTypeConfiguration<PlanItem>,
        IEntityTypeConfiguration<PlanAgreement>
{
    public void Configure(EntityTypeBuilder<ReintegrationPlan> builder)
    {
        builder.ToTable("plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.CaseId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("plan_items", table => table.HasCheckConstraint("ck_plan_items_amount", "\"AmountMinor\" >= 0"));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Currency).HasMaxLength(3);
        builder.HasIndex(i => new { i.CaseId, i.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanAgreement> builder)
    {
        builder.ToTable("plan_agreements").OnlyGrows();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Language).HasMaxLength(8);
        builder
            .HasIndex(a => new
            {
                a.CaseId,
                a.Version,
                a.Party,
            })
            .IsUnique();
    }
}
