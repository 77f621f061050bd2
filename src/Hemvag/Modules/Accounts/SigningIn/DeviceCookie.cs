using System.Globalization;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.DataProtection;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>
/// Knows a browser again in which an account has signed in: others' failures do not slow it. It is no factor and opens nothing.
/// </summary>
internal sealed class DeviceCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const int MostAccounts = 4;
    private readonly ProtectedCookie cookie = new("device", protection, TimeSpan.FromDays(180));

    public SignInOrigin OriginOf(HttpContext http) =>
        new(http.Connection.RemoteIpAddress, Read(http), BrowserSeen.Of(http.Request.Headers.UserAgent));

    public void Remember(HttpContext http, Guid accountId)
    {
        var known = Read(http);
        var device = known?.Id ?? Guid.CreateVersion7(time.GetUtcNow());
        var accounts = new[] { accountId }.Concat(known?.Accounts ?? []).Distinct().Take(MostAccounts);
        cookie.Write(http, string.Join('/', accounts.Prepend(device).Select(id => id.ToString("N"))));
    }

    private KnownDevice? Read(HttpContext http) =>
        cookie.Read(http) is { } text && text.Split('/').Select(id => Guid.ParseExact(id, "N")).ToList() is [var device, .. var accounts]
            ? new KnownDevice(device, accounts)
            : null;
}
