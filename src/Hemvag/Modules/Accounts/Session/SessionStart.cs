using System.Globalization;
using System.Security.Claims;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.AspNetCore.Authentication;

namespace Hemvag.Modules.Accounts.Session;

/// <param name="First">The factor that was shown.</param>
internal sealed record HalfSession(Guid AccountId, SignInMethod First, string Return);

/// <summary>Puts the cookies of sessions and takes them away.</summary>
internal sealed class SessionStart(DeviceCookie devices, ProofCookie proof)
{
    private const string ReturnItem = "return";

    /// <summary>The first factor was right; the second is still to come.</summary>
    public static Task HalfAsync(HttpContext http, Guid accountId, SignInMethod first, string returnPath)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ReturnItem] = returnPath;
        return http.SignInAsync(SessionCookie.HalfScheme, SessionCookie.HalfPrincipal(accountId, first), properties);
    }

    /// <summary>Who is between the first factor and the second; null when nobody is, or when it took too long.</summary>
    public static async Task<HalfSession?> WaitingAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(SessionCookie.HalfScheme);
        return
            result.Succeeded
            && Guid.TryParse(result.Principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && Enum.TryParse<SignInMethod>(result.Principal.FindFirstValue(SessionCookie.MethodClaim), out var first)
            ? new HalfSession(id, first, result.Properties.Items[ReturnItem] ?? "/")
            : null;
    }

    /// <summary>A new session; whatever this browser had before is over. With both factors shown the browser is known from now on.</summary>
    public async Task FullAsync(HttpContext http, NewSession session)
    {
        await http.SignOutAsync(SessionCookie.HalfScheme);
        proof.Forget(http);
        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Principal(session));
        if (session.Row.Method is not (SignInMethod.PasswordOnly or SignInMethod.ExternalOnly or SignInMethod.Demo))
        {
            devices.Remember(http, session.Account.Id);
        }
    }

    public async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(SessionCookie.HalfScheme);
        await http.SignOutAsync(SessionCookie.Scheme);
        proof.Forget(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }
}
