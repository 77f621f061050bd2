using System.Globalization;
using Hemvag.Web.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>After the session check: the account's language, and the second factor before anything else.</summary>
internal sealed class SessionGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<CurrentSession>() is not { } session)
        {
            return next(http);
        }

        if (!http.Request.Cookies.ContainsKey(LanguageCookie.Name))
        {
            Speak(http, session.Language);
        }

        if (session.NeedsSecondFactor && !IsOpen(http.GetEndpoint()))
        {
            http.Response.Redirect("/account/second-factor");
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null
        || endpoint.Metadata.GetMetadata<WithoutSecondFactorAttribute>() is not null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static void Speak(HttpContext http, string language)
    {
        var culture = new RequestCulture(language);
        http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(culture, null));
        CultureInfo.CurrentCulture = culture.Culture;
        CultureInfo.CurrentUICulture = culture.UICulture;
    }
}
