using Hemvag.Web;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Addresses of links, and the cookie of their windows.</summary>
internal static class LinkPlaces
{
    /// <summary>The page of a case, as the last part of its address.</summary>
    public const string OfCase = "links";

    public const string OfRegion = "/links";
    public const string Window = "/link/window";
    public const string FirstContact = "/link/first-contact";
    public const string Show = "/link/show";
    public const string Leave = "/link/leave";

    private static readonly HostCookie Cookie = new("hemvag-link", SameSiteMode.Strict) { MaxAge = OneTimeLink.WindowLasts };

    public static string To(string token) => $"/link/{token}";

    public static string? WindowOf(HttpContext http) => http.Request.Cookies[Cookie.Name!];

    public static void Keep(HttpContext http, string window, DateTimeOffset now) =>
        http.Response.Cookies.Append(Cookie.Name!, window, Cookie.Build(http, now));

    public static void Forget(HttpContext http, DateTimeOffset now) => http.Response.Cookies.Delete(Cookie.Name!, Cookie.Build(http, now));
}
