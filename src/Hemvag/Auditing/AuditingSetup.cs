using Hemvag.Auditing.Verification;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hemvag.Auditing;

internal static class AuditingSetup
{
    /// <param name="checkpointPath">A file outside the database.</param>
    public static IServiceCollection AddHemvagAuditing(this IServiceCollection services, string checkpointPath)
    {
        services.AddSingleton<ISaveChangesInterceptor, ChainGuard>();
        services.AddSingleton<SealedJson>();
        services.AddSingleton<CaseVault>();
        services.AddSingleton<MatchTokens>();
        services.AddSingleton<LinkSecrets>();
        services.AddSingleton<Operations>();
        services.AddScoped<Openings>();
        services.AddSingleton(provider => new CheckpointFile(
            provider.GetRequiredService<RootKeys>(),
            checkpointPath,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped<Verifier>();
        services.AddScoped<IVerification, SealVerification>();
        return services;
    }
}
