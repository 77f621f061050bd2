using System.Globalization;
using System.Security.Claims;
using Hemvag.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>The two cookies of signing in: the session, and the few minutes between password and code.</summary>
internal sealed class SessionCookie : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string Scheme = "Session";
    public const string HalfScheme = "HalfSession";

    public const string StampClaim = "stamp";
    public const string SinceClaim = "since";
    public const string MethodClaim = "method";

    public void Configure(CookieAuthenticationOptions options) => Configure(Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        var half = name == HalfScheme;
        options.Cookie = new HostCookie(half ? "hemvag-half" : "hemvag", half ? SameSiteMode.Strict : SameSiteMode.Lax);
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.ReturnUrlParameter = "return";
        options.ExpireTimeSpan = half ? SessionLength.BetweenPasswordAndCode : SessionLength.Idle;
        options.SlidingExpiration = !half;
        options.Events.OnRedirectToAccessDenied = Forbid;
        if (!half)
        {
            options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            // The framework renews after half the time; so idle would mean anything from fifteen to thirty minutes.
            options.Events.OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew = context.ElapsedTime >= TimeSpan.FromMinutes(1);
                return Task.CompletedTask;
            };
        }
    }

    public static ClaimsPrincipal Principal(Account account, SignInMethod method, DateTimeOffset now, string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                    new Claim(StampClaim, account.SecurityStamp!),
                    new Claim(SinceClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                    new Claim(MethodClaim, method.ToString()),
                ],
                scheme
            )
        );

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
