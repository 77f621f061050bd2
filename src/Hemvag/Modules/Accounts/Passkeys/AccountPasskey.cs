using Hemvag.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.Passkeys;

/// <summary>
/// A passkey of an account: the public half of a key pair whose private half never leaves the owner's device. Used only with the owner's
/// finger, face or PIN, so that it is both factors. Chained: who can write the database must not add a way in unseen.
/// </summary>
internal sealed class AccountPasskey : IChainedRow
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The authenticator's own name for it, unique in the installation.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>As the owner calls it.</summary>
    public required string Name { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>The authenticator's count of uses; most always say 0. A count that does not rise is a copy.</summary>
    public required long SignCount { get; set; }

    /// <summary>How the browser reaches it ("internal", "usb" …), with a space between them.</summary>
    public required string Transports { get; init; }

    /// <summary>It may be copied to the owner's other devices.</summary>
    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public string ChainStream => Streams.Account(AccountId);

    /// <summary>As the framework reads it. What the authenticator said of itself when it was made was not asked for, and is not kept.</summary>
    public UserPasskeyInfo ToInfo() =>
        new(
            CredentialId,
            PublicKey,
            new DateTimeOffset(CreatedAt, TimeSpan.Zero),
            (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            IsBackupEligible,
            IsBackedUp,
            [],
            []
        )
        {
            Name = Name,
        };
}

internal sealed class AccountPasskeyMapping : IEntityTypeConfiguration<AccountPasskey>
{
    public void Configure(EntityTypeBuilder<AccountPasskey> builder)
    {
        builder.ToTable("passkeys");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.Property(p => p.Name).HasMaxLength(AccountPasskey.LongestName);
        builder.Property(p => p.Transports).HasMaxLength(200);
        builder.Ignore(p => p.ChainStream);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}
