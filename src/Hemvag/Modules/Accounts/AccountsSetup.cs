using Hemvag.Jobs;
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
    /// <param name="mayBePlain">True in a demo and in development: cookie keys need no certificate there.</param>
    /// <exception cref="InvalidOperationException">The certificate of the cookie keys is missing or can't be read.</exception>
    public static IServiceCollection AddHemvagAccounts(
        this IServiceCollection services,
        IConfiguration configuration,
        AccountsOptions options,
        bool mayBePlain
    )
    {
        services.AddSingleton(options);
        services.AddKeyRing(configuration, mayBePlain);
        AddIdentity(services);
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme).AddCookie(SessionCookie.HalfScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<AccountSecrets>();
        services.AddSingleton<NetworkThrottle>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<SessionStart>();
        services.AddSingleton<AccountRegister>();
        services.AddScoped<AccountQueries>();
        services.AddScoped<INoticeAddresses, NoticeAddresses>();
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
