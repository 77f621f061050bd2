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
    public const string SessionClaim = "session";
    public const string MethodClaim = "method";

    public void Configure(CookieAuthenticationOptions options) => Configure(Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        var half = name == HalfScheme;
        options.Cookie = new HostCookie(half ? "hemvag-half" : "hemvag", SameSiteMode.Lax);
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

    /// <summary>The session's: whose it is and which; everything else is read anew at each request.</summary>
    public static ClaimsPrincipal Principal(NewSession session) =>
        Of(
            Scheme,
            new Claim(ClaimTypes.NameIdentifier, session.Account.Id.ToString()),
            new Claim(StampClaim, session.Account.SecurityStamp!),
            new Claim(SessionClaim, session.Row.Id.ToString())
        );

    /// <summary>Of the few minutes after a first factor.</summary>
    public static ClaimsPrincipal HalfPrincipal(Guid accountId, SignInMethod first) =>
        Of(HalfScheme, new Claim(ClaimTypes.NameIdentifier, accountId.ToString()), new Claim(MethodClaim, first.ToString()));

    private static ClaimsPrincipal Of(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
