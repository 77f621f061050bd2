using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Identity;

namespace Hemvag.Modules.Accounts;

/// <summary>
/// Someone who works in Hemväg. The person who returns has none. The user name is the mail address. The whole row is chained in
/// the account's own stream: who can write the database must not take an account over unseen.
/// </summary>
internal sealed class Account : IdentityUser<Guid>, IChainedRow
{
    /// <summary>As colleagues know it; shown in trails.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The region, office, authority or agency the account works for.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>"sv" or "en".</summary>
    public required string Language { get; set; }

    /// <summary>Exists only in a database that the demo made.</summary>
    public bool IsDemo { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Until then every attempt by an unknown browser is answered as if the password were wrong.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>The key of the authenticator app, sealed by <see cref="SecondFactor.AccountSecrets"/>; null until set up.</summary>
    public byte[]? SecondFactorKey { get; set; }

    /// <summary>The last time step whose code was accepted: neither it nor an older one is accepted again.</summary>
    public long? SecondFactorStep { get; set; }

    public string ChainStream => Streams.Account(Id);
}

/// <summary>A role an account holds, chained in the account's own stream.</summary>
internal sealed class AccountRole : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public string ChainStream => Streams.Account(AccountId);
}
