using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>Begins, continues and ends sessions.</summary>
internal sealed class SessionStart(TimeProvider time)
{
    private const string ReturnItem = "return";

    /// <summary>The password was right; the code is still to come.</summary>
    public Task HalfAsync(HttpContext http, Account account, string returnPath)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ReturnItem] = returnPath;
        return http.SignInAsync(
            SessionCookie.HalfScheme,
            SessionCookie.Principal(account, SignInMethod.PasswordOnly, time.GetUtcNow(), SessionCookie.HalfScheme),
            properties
        );
    }

    /// <summary>Who is between password and code; null when nobody is, or when it took too long.</summary>
    public static async Task<(Guid AccountId, string Return)?> WaitingAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(SessionCookie.HalfScheme);
        return result.Succeeded && Guid.TryParse(result.Principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? (id, result.Properties.Items[ReturnItem] ?? "/")
            : null;
    }

    /// <summary>A new session; whatever was there before is over.</summary>
    public async Task FullAsync(HttpContext http, Account account, SignInMethod method)
    {
        await http.SignOutAsync(SessionCookie.HalfScheme);
        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Principal(account, method, time.GetUtcNow(), SessionCookie.Scheme));
    }

    public static async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(SessionCookie.HalfScheme);
        await http.SignOutAsync(SessionCookie.Scheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }
}
