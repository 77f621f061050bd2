using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Money.Ledger;

/// <summary>Tables of the money, with the rules that must hold even if the program were wrong.</summary>
internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<Entitlement>, IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.ToTable("entitlements", table => table.HasCheckConstraint(LedgerConstraints.Ceiling, LedgerConstraints.CeilingSql));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Currency).HasMaxLength(3);
        builder.Ignore(e => e.Sums);
        builder.Ignore(e => e.LeftMinor);
        builder
            .HasIndex(e => new
            {
                e.CaseId,
                e.BeneficiaryId,
                e.Category,
            })
            .IsUnique()
            .HasDatabaseName(LedgerConstraints.OneLine);
    }

    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable(
            "payments",
            table =>
            {
                table.HasCheckConstraint(LedgerConstraints.PaidWithinApproved, LedgerConstraints.PaidWithinApprovedSql);
                table.HasCheckConstraint(LedgerConstraints.ApprovedByAnother, LedgerConstraints.ApprovedByAnotherSql);
                table.HasCheckConstraint(LedgerConstraints.PaidByAnother, LedgerConstraints.PaidByAnotherSql);
            }
        );
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.Ignore(p => p.IsAlive);
        builder.Ignore(p => p.HasReceipt);
        builder.Ignore(p => p.CountsMinor);
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(p => p.EntitlementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.CaseId, p.State });
        builder
            .HasIndex(p => new { p.EntitlementId, p.Month })
            .IsUnique()
            .HasDatabaseName(LedgerConstraints.OneInstalment)
            .HasFilter(LedgerConstraints.OneInstalmentFilter);
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries", table => table.HasCheckConstraint(LedgerConstraints.Amount, LedgerConstraints.AmountSql)).OnlyGrows();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Currency).HasMaxLength(3);
        builder.HasOne<Entitlement>().WithMany().HasForeignKey(e => e.EntitlementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.PaymentId, e.Ordinal }).IsUnique();
        builder
            .HasIndex(e => new
            {
                e.PaymentId,
                e.Kind,
                e.Round,
            })
            .IsUnique();
        builder.HasIndex(e => e.PaymentId).IsUnique().HasDatabaseName(LedgerConstraints.OnePaid).HasFilter(LedgerConstraints.OnePaidFilter);
        builder.HasIndex(e => e.ReversesId).IsUnique().HasDatabaseName(LedgerConstraints.OneReversal);
    }
}
