using Microsoft.AspNetCore.Localization;

namespace Hemvag.Web.Language;

/// <summary>
/// Swedish, unless the reader chose English or has a browser that doesn't ask for Swedish at all. No other guess.
/// </summary>
internal sealed class LanguageCookie : RequestCultureProvider
{
    public const string Name = "__Host-lang";

    public static readonly string[] Languages = ["sv", "en"];

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var chosen = httpContext.Request.Cookies[Name];
        var language = Languages.Contains(chosen, StringComparer.Ordinal) ? chosen! : Default(httpContext.Request);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language));
    }

    private static string Default(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage;
        return asked.Count == 0 || asked.Any(a => a.Value.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || a.Value == "*") ? "sv" : "en";
    }
}
