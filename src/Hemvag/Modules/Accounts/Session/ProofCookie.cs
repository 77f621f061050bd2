using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>
/// That the owner has just shown a factor again, in this session. Apart from the session's cookie, so that a stolen session alone adds no
/// way in.
/// </summary>
internal sealed class ProofCookie(IDataProtectionProvider protection, TimeProvider time)
{
    // As lax as the session's own: who links an identity comes back from the provider's site.
    private readonly ProtectedCookie cookie = new("proof", protection, SessionLength.Proof, SameSiteMode.Lax);

    public void Give(HttpContext http, Guid sessionId) =>
        cookie.Write(http, string.Create(CultureInfo.InvariantCulture, $"{sessionId:N}/{time.GetUtcNow().ToUnixTimeSeconds()}"));

    public bool IsFresh(HttpContext http, Guid sessionId) =>
        cookie.Read(http)?.Split('/') is [var session, var at]
        && session == sessionId.ToString("N")
        && long.TryParse(at, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < SessionLength.Proof;

    public void Forget(HttpContext http) => cookie.Delete(http);
}
