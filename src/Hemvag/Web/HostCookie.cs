namespace Hemvag.Web;

/// <summary>
/// A cookie of this host alone: <c>__Host-</c>, Secure, HttpOnly, path "/". Secure is set by hand because browsers take
/// it on http://localhost, where the framework's own "always" would refuse to work at all.
/// </summary>
internal sealed class HostCookie : CookieBuilder
{
    public HostCookie(string name, SameSiteMode sameSite)
    {
        Name = "__Host-" + name;
        SameSite = sameSite;
        HttpOnly = true;
        Path = "/";
        IsEssential = true;
        SecurePolicy = CookieSecurePolicy.None;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        options.Domain = null;
        return options;
    }
}
