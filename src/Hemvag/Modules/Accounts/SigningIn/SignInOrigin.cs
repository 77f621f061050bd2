using System.Net;
using Hemvag.Modules.Accounts.Session;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>A browser in which the accounts named have signed in before with both factors.</summary>
internal sealed record KnownDevice(Guid Id, IReadOnlyList<Guid> Accounts);

/// <summary>Where an attempt comes from. Neither network nor device is stored: they are counted in memory alone.</summary>
/// <param name="Network">Null where the connection has none.</param>
/// <param name="Device">Null for a browser not seen before.</param>
internal sealed record SignInOrigin(IPAddress? Network, KnownDevice? Device, BrowserSeen Browser)
{
    public static SignInOrigin Nowhere { get; } = new(null, null, BrowserSeen.Unknown);

    public bool IsKnownTo(Guid accountId) => Device?.Accounts.Contains(accountId) == true;
}
