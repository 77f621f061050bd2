using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.Links;

/// <summary>What a link lets its holder do.</summary>
internal enum LinkPurpose
{
    /// <summary>Choose a password; and a passkey, as long as the account has no second factor.</summary>
    Entry,

    /// <summary>Begin anew: every way in there was is removed. Two administrators have spoken with the owner.</summary>
    Recovery,
}

/// <summary>Who gets the link.</summary>
internal enum LinkWay
{
    /// <summary>A job mails it to the owner's address; nobody else sees it.</summary>
    ByMail,

    /// <summary>Shown once to whoever asked for it, to pass on: where no mail goes out.</summary>
    Shown,
}

/// <summary>A link that works once, within three days. Only an HMAC of its token is kept.</summary>
internal sealed class AccountLink : IChainedRow
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Null until the link has been mailed or shown.</summary>
    public byte[]? TokenMac { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>Another was issued in its place, or the account was closed.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string ChainStream => Streams.Account(AccountId);

    public bool IsLive(DateTime now) => UsedAt is null && WithdrawnAt is null && EndsAt > now;
}

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.TokenMac).HasMaxLength(32);
        builder.Ignore(l => l.ChainStream);
        builder.HasIndex(l => l.TokenMac).IsUnique();
        builder.HasIndex(l => l.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}
