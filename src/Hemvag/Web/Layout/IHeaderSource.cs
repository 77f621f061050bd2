namespace Hemvag.Web.Layout;

/// <summary>
/// What the header shows comes from modules above this floor. The one that knows accounts and what waits
/// registers it; without one the header is that of an anonymous page.
/// </summary>
public interface IHeaderSource
{
    /// <summary>The header for this request, or null when nobody is signed in.</summary>
    Task<HeaderModel?> ForAsync(HttpContext context);
}
