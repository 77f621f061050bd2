using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Identity;

namespace Hemvag.Modules.Accounts;

/// <summary>Someone who works in Hemväg. The person who returns has none.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>As colleagues know it; shown in trails.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The region, office, authority or agency the account works for.</summary>
    public required Guid OrganisationId { get; set; }

    /// <summary>"sv" or "en".</summary>
    public required string Language { get; set; }

    /// <summary>Exists only in a database that the demo made.</summary>
    public bool IsDemo { get; init; }

    public DateTime? ClosedAt { get; set; }
}

/// <summary>A role an account holds, chained in the account's own stream.</summary>
internal sealed class AccountRole : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public string ChainStream => Streams.Account(AccountId);
}
