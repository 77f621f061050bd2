using System.Security.Cryptography;
using Hemvag.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>A cookie that this installation alone can read and write, of this host alone, out of reach of script.</summary>
internal sealed class ProtectedCookie(string name, IDataProtectionProvider protection, TimeSpan lasts, SameSiteMode sameSite = SameSiteMode.Strict)
{
    private readonly HostCookie cookie = new(name, sameSite);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Hemvag.Cookie", name).ToTimeLimitedDataProtector();

    public void Write(HttpContext http, string value)
    {
        var options = cookie.Build(http);
        options.MaxAge = lasts;
        http.Response.Cookies.Append(cookie.Name!, protector.Protect(value, lasts), options);
    }

    /// <returns>Null when there is none, it is too old or none of ours.</returns>
    public string? Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(cookie.Name!, out var text) || text.Length == 0)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Delete(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(cookie.Name!))
        {
            http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http));
        }
    }
}
