using Hemvag.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.CashSupport.Decisions;

internal sealed class CashMapping
    : IEntityTypeConfiguration<CashDecision>,
        IEntityTypeConfiguration<CashFamilyMember>,
        IEntityTypeConfiguration<CashClaim>
{
    private const string NeverTwice = "ux_cash_claims_never_twice";

    // A name is shared by many, with the day of birth too; these are one person's and one decision's.
    private const string Strong = "\"Kind\" IN ('DocumentAndCitizenship', 'DecisionNumber')";

    private const string Amount = "ck_cash_members_amount";

    /// <summary>SQLite reports a unique index by its column, PostgreSQL by its name.</summary>
    public static void Explain()
    {
        SaveConflict.Means(NeverTwice, CashRefusals.AlreadySupported);
        SaveConflict.Means("cash_claims.Value", CashRefusals.AlreadySupported);
        SaveConflict.Means(Amount, CashRefusals.ShareMissing);
    }

    public void Configure(EntityTypeBuilder<CashDecision> builder)
    {
        builder.ToTable("cash_decisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.CaseId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CashFamilyMember> builder)
    {
        builder.ToTable("cash_family_members", table => table.HasCheckConstraint(Amount, "\"AmountMinor\" >= 0"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.BeneficiaryId);
        builder.HasIndex(m => new { m.CaseId, m.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CashClaim> builder)
    {
        builder.ToTable("cash_claims");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.Value).IsUnique().HasDatabaseName(NeverTwice).HasFilter(Strong);
        builder.HasIndex(c => new { c.Value, c.Kind });
        builder.HasIndex(c => c.CaseId);
    }
}
