using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Helpline.Enquiries;

internal sealed class HelplineMapping
    : IEntityTypeConfiguration<HelplineEnquiry>,
        IEntityTypeConfiguration<HelplineAttempt>,
        IEntityTypeConfiguration<HelplineReversal>,
        IEntityTypeConfiguration<HelplineLink>
{
    public void Configure(EntityTypeBuilder<HelplineEnquiry> builder)
    {
        builder.ToTable("helpline_enquiries").OnlyGrows();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.ChainStream);
        builder.HasIndex(e => e.HappenedAt);
        builder.HasIndex(e => e.Outcome);
    }

    public void Configure(EntityTypeBuilder<HelplineAttempt> builder)
    {
        builder.ToTable("helpline_attempts").OnlyGrows();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.ChainStream);
        builder.HasIndex(a => a.EnquiryId);
    }

    public void Configure(EntityTypeBuilder<HelplineReversal> builder)
    {
        builder.ToTable("helpline_reversals").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.ChainStream);
    }

    public void Configure(EntityTypeBuilder<HelplineLink> builder)
    {
        builder.ToTable("helpline_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.CaseId);
        builder.HasIndex(l => l.EnquiryId);
    }
}
