using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.FollowUp.Contacts;

internal sealed class ContactMapping : IEntityTypeConfiguration<FollowUpContact>, IEntityTypeConfiguration<ContactTry>
{
    public void Configure(EntityTypeBuilder<FollowUpContact> builder)
    {
        builder.ToTable(
            "follow_up_contacts",
            table =>
            {
                table.HasCheckConstraint("ck_follow_up_contacts_held", "(\"State\" = 'Held') = (\"HeldOn\" IS NOT NULL)");
                table.HasCheckConstraint("ck_follow_up_contacts_cancelled", "(\"State\" = 'Cancelled') = (\"CancelledBecause\" IS NOT NULL)");
            }
        );
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.IsOpen);
        builder.Ignore(c => c.Subject);
        builder.HasIndex(c => new { c.CaseId, c.PlannedOn });
    }

    public void Configure(EntityTypeBuilder<ContactTry> builder)
    {
        builder.ToTable("follow_up_tries");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.ContactId, t.Number }).IsUnique();
        builder.HasIndex(t => t.CaseId);
    }
}
