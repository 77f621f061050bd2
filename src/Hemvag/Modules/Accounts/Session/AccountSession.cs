using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>
/// Someone's being signed in, in one browser. The cookie names it, and every request looks whether it still stands: an ended one is
/// refused however good the cookie. Chained, so that none is put back unseen. The network is not kept.
/// </summary>
internal sealed class AccountSession : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required SignInMethod Method { get; init; }

    public required BrowserFamily Browser { get; init; }

    public required BrowserPlatform Platform { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null while nobody has ended it; idle and too long sessions end by the clock alone.</summary>
    public DateTime? EndedAt { get; set; }

    public string ChainStream => Streams.Account(AccountId);
}

/// <summary>When a session was last used, to about ten minutes. Beside the chained row, because looking at a page is no operation.</summary>
internal sealed class SessionSeen
{
    /// <summary>So much later than the last note a request notes itself.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public required Guid SessionId { get; init; }

    public required DateTime At { get; set; }
}

internal sealed class AccountSessionMapping : IEntityTypeConfiguration<AccountSession>, IEntityTypeConfiguration<SessionSeen>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.ChainStream);
        builder.HasIndex(s => new { s.AccountId, s.StartedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }

    public void Configure(EntityTypeBuilder<SessionSeen> builder)
    {
        builder.ToTable("sessions_seen");
        builder.HasKey(s => s.SessionId);
        builder.Property(s => s.SessionId).ValueGeneratedNever();
        builder.HasOne<AccountSession>().WithOne().HasForeignKey<SessionSeen>(s => s.SessionId);
    }
}
