using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases;

internal sealed class CaseMapping
    : IEntityTypeConfiguration<Case>,
        IEntityTypeConfiguration<CaseMilestone>,
        IEntityTypeConfiguration<CaseParticipant>,
        IEntityTypeConfiguration<Consent>,
        IEntityTypeConfiguration<ConsentRecipient>,
        IEntityTypeConfiguration<WorkItem>,
        IEntityTypeConfiguration<CaseCounter>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.CaseId);
        builder.Ignore(c => c.ReachedSet);
        builder.Ignore(c => c.PastSet);
        builder.Property(c => c.Number).HasMaxLength(40);
        builder.Property(c => c.NeutralName).HasMaxLength(40);
        builder.Property(c => c.ProgrammeId).HasMaxLength(40);
        builder.Property(c => c.CountryCode).HasMaxLength(8);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.NeutralName).IsUnique();
        builder.HasIndex(c => new { c.RegionId, c.State });
    }

    public void Configure(EntityTypeBuilder<CaseMilestone> builder)
    {
        // Not append-only: a mistyped day can be corrected. The chain holds every version, and the event both days.
        builder.ToTable("case_milestones");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.CaseId, m.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CaseParticipant> builder)
    {
        builder.ToTable("case_participants");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.CaseId);
        // Which cases an account may see: its own, and those of whoever holds a role at its organisation. By one column and not by
        // two: the database would take "no account named" for as frequent in every organisation as in all.
        builder.Property(p => p.WhoId).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasIndex(p => new { p.WhoId, p.Until });
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Compartments).HasConversion<int>();
        builder.Property(c => c.Prompts).HasConversion<int>();
        builder.Property(c => c.ProgrammeId).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.HasIndex(c => c.CaseId);
    }

    public void Configure(EntityTypeBuilder<ConsentRecipient> builder)
    {
        builder.ToTable("consent_recipients").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.CaseId, r.OrganisationId });
        builder.HasIndex(r => r.ConsentId);
    }

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Page).HasMaxLength(60);
        builder.HasIndex(w => new { w.CaseId, w.DoneAt });
        builder.Property(w => w.WhoId).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasIndex(w => new { w.WhoId, w.DoneAt });
    }

    public void Configure(EntityTypeBuilder<CaseCounter> builder)
    {
        builder.ToTable("case_counters");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(60);
        builder.Property(c => c.Last).IsConcurrencyToken();
    }
}
