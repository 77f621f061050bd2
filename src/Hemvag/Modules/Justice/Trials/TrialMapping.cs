using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Justice.Trials;

internal sealed class TrialMapping : IEntityTypeConfiguration<TrialPart>, IEntityTypeConfiguration<TrialCost>, IEntityTypeConfiguration<JourneyHelp>
{
    public void Configure(EntityTypeBuilder<TrialPart> builder)
    {
        builder.ToTable("trial_parts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.ProceedingId).IsUnique();
        builder.HasIndex(t => t.CaseId);
    }

    public void Configure(EntityTypeBuilder<TrialCost> builder)
    {
        builder.ToTable("trial_costs", table => table.HasCheckConstraint("ck_trial_costs_amount", "\"AmountMinor\" > 0"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Currency).HasMaxLength(3);
        builder.HasIndex(c => c.ProceedingId);
        builder.HasIndex(c => c.CaseId);
    }

    public void Configure(EntityTypeBuilder<JourneyHelp> builder)
    {
        builder.ToTable("journey_helps");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Ignore(j => j.Subject);
        builder.Ignore(j => j.SubjectForThread);
        builder.HasIndex(j => j.ProceedingId);
        builder.HasIndex(j => j.CaseId);
    }
}
