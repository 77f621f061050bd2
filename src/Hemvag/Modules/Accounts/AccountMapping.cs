using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts;

internal sealed class AccountMapping
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<AccountRole>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(200);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(200);
        builder.Property(a => a.Email).HasMaxLength(200);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(200);
        builder.Property(a => a.DisplayName).HasMaxLength(120);
        builder.Property(a => a.Language).HasMaxLength(2);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        // Ours instead: lockout by our own clock, a sealed key, no phone.
        builder.Ignore(a => a.LockoutEnd);
        builder.Ignore(a => a.LockoutEnabled);
        builder.Ignore(a => a.TwoFactorEnabled);
        builder.Ignore(a => a.PhoneNumber);
        builder.Ignore(a => a.PhoneNumberConfirmed);
        builder.Ignore(a => a.EmailConfirmed);
        builder.Ignore(a => a.ChainStream);
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.ChainStream);
        builder.HasIndex(r => new { r.AccountId, r.Role }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("account_claims");
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("account_logins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("account_tokens");
        builder.HasKey(t => new
        {
            t.UserId,
            t.LoginProvider,
            t.Name,
        });
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}
