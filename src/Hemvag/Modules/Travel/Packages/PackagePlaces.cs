using Hemvag.Web;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>Addresses of packages for their recipients, and the cookie of their windows.</summary>
internal static class PackagePlaces
{
    public const string Window = "/handed/window";

    private static readonly HostCookie Cookie = new("hemvag-handed", SameSiteMode.Strict) { MaxAge = Package.WindowLasts };

    public static string To(string token) => $"/handed/{token}";

    public static string? WindowOf(HttpContext http) => http.Request.Cookies[Cookie.Name!];

    public static void Keep(HttpContext http, string window, DateTimeOffset now) =>
        http.Response.Cookies.Append(Cookie.Name!, window, Cookie.Build(http, now));

    public static void Forget(HttpContext http, DateTimeOffset now) => http.Response.Cookies.Delete(Cookie.Name!, Cookie.Build(http, now));
}
