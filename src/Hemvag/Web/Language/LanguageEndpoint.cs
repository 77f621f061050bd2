using Microsoft.AspNetCore.Antiforgery;

namespace Hemvag.Web.Language;

/// <summary>POST /language: remembers the chosen language and goes back to the page it was chosen on.</summary>
internal static class LanguageEndpoint
{
    public const string Path = "/language";

    public static async Task<IResult> ChooseAsync(HttpContext context, IAntiforgery antiforgery)
    {
        try
        {
            // Also says so when the form cannot be read at all.
            await antiforgery.ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var language = (string?)form["language"];
        if (!LanguageCookie.Languages.Contains(language, StringComparer.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        context.Response.Cookies.Append(
            LanguageCookie.Name,
            language!,
            new CookieOptions
            {
                Path = "/",
                Secure = true,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        return Results.Redirect(LocalPath.OrRoot(form["return"]));
    }
}
