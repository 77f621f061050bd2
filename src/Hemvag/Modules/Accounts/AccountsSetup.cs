using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts.Covers;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.KeyRing;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.Recovery;
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
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<OwnPasskeys>();
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<ExternalSubjects>();
        services.AddSingleton<OwnIdentities>();
        services.AddSingleton<LinkUse>();
        services.AddSingleton<RecoveryAsk>();
        services.AddSingleton<OwnSessions>();
        services.AddSingleton<AccountRegister>();
        services.AddScoped<AccountQueries>();
        services.AddSingleton<Covering>();
        services.AddScoped<CoverQueries>();
        services.AddScoped<INoticeAddresses, NoticeAddresses>();
        services.AddScoped<IVerification, DemoMarkVerification>();
        return services;
    }

    /// <summary>Cookies, sessions and their keys: for the web application alone.</summary>
    /// <exception cref="AccountsRefusedException">The certificate of the cookie keys is missing or can't be read, or a provider is not complete.</exception>
    public static IServiceCollection AddHemvagSignIn(this IServiceCollection services, IConfiguration configuration, AccountsOptions options)
    {
        services.AddKeyRing(configuration, mayBePlain: options.Demo);
        var schemes = services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme).AddCookie(SessionCookie.HalfScheme);
        var providers = new ExternalProviders(configuration);
        foreach (var provider in providers.All)
        {
            ExternalHandshake.Add(schemes, provider);
        }

        services.AddSingleton(providers);
        services.AddSingleton<ExternalSignIns>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<SessionStart>();
        services.AddSingleton<DeviceCookie>();
        services.AddScoped<IJobHandler, LinkMail>();
        services.AddSingleton<ProofCookie>();
        services.AddSingleton<PasskeyCeremonies>();
        services.AddSingleton<PasskeySignIns>();
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
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // With the owner's finger, face or PIN alone is a passkey both factors; found by the browser, nobody types who they are.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            // The framework would ask the Origin header, which browsers leave empty under our "no-referrer".
            options.ValidateOrigin = context =>
                ValueTask.FromResult(
                    !context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}"
                );
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
    }
}
