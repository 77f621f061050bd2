using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts.Covers;
using Hemvag.Modules.Accounts.KeyRing;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hemvag.Modules.Accounts;

internal static class AccountsSetup
{
    /// <summary>Accounts without sign-in: what commands, jobs and other modules need.</summary>
    public static IServiceCollection AddHemvagAccounts(this IServiceCollection services, AccountsOptions options)
    {
        services.AddSingleton(options);
        AddIdentity(services);
        services.AddSingleton<AccountSecrets>();
        services.AddSingleton<NetworkThrottle>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<AccountRegister>();
        services.AddScoped<AccountQueries>();
        services.AddSingleton<Covering>();
        services.AddScoped<CoverQueries>();
        services.AddScoped<INoticeAddresses, NoticeAddresses>();
        services.AddScoped<IVerification, DemoMarkVerification>();
        return services;
    }

    /// <summary>Cookies, sessions and their keys: for the web application alone.</summary>
    /// <exception cref="AccountsRefusedException">The certificate of the cookie keys is missing or can't be read.</exception>
    public static IServiceCollection AddHemvagSignIn(this IServiceCollection services, IConfiguration configuration, AccountsOptions options)
    {
        services.AddKeyRing(configuration, mayBePlain: options.Demo);
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme).AddCookie(SessionCookie.HalfScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<SessionStart>();
        return services;
    }

    /// <summary>After <c>UseHemvagWeb</c>: it stands between the session check and the pages.</summary>
    public static WebApplication UseHemvagAccounts(this WebApplication app)
    {
        app.UseMiddleware<SessionGate>();
        return app;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.TryAddSingleton<IdentityErrorDescriber>();
        services.AddSingleton<AccountManagers>();
        services.Configure<IdentityOptions>(options => options.User.RequireUniqueEmail = true);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
    }
}
