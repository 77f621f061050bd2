using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.CashSupport.Recovery;

internal sealed class CashRecoveryMapping
    : IEntityTypeConfiguration<CashRecovery>,
        IEntityTypeConfiguration<CashRepayment>,
        IEntityTypeConfiguration<CashRecoveryWithdrawal>
{
    private const string Repaid = "ck_cash_recoveries_repaid";

    public static void Explain() => SaveConflict.Means(Repaid, CashRefusals.RepaymentAboveRecovery);

    public void Configure(EntityTypeBuilder<CashRecovery> builder)
    {
        builder.ToTable(
            "cash_recoveries",
            table =>
                table.HasCheckConstraint(
                    Repaid,
                    "\"AmountMinor\" > 0 AND \"RepaidMinor\" >= 0 AND \"WithdrawnMinor\" >= 0 AND \"RepaidMinor\" + \"WithdrawnMinor\" <= \"AmountMinor\""
                )
        );
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.LeftMinor);
        builder.HasIndex(r => r.CaseId);
    }

    public void Configure(EntityTypeBuilder<CashRecoveryWithdrawal> builder)
    {
        builder.ToTable("cash_recovery_withdrawals").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<CashRecovery>().WithMany().HasForeignKey(r => r.RecoveryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.CaseId);
    }

    public void Configure(EntityTypeBuilder<CashRepayment> builder)
    {
        builder.ToTable("cash_repayments").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<CashRecovery>().WithMany().HasForeignKey(r => r.RecoveryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.CaseId);
    }
}
