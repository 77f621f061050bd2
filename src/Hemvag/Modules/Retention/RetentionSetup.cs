using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;

namespace Hemvag.Modules.Retention;

internal static class RetentionSetup
{
    /// <param name="keyFolder">Where the erasure list is: outside the database and its backups.</param>
    public static IServiceCollection AddHemvagRetention(this IServiceCollection services, IConfiguration configuration, string keyFolder)
    {
        services.AddSingleton(configuration.GetSection("Retention").Get<RetentionOptions>() ?? new RetentionOptions());
        services.AddSingleton(provider => new ErasureList(provider.GetRequiredService<RootKeys>(), Path.Combine(keyFolder, ErasureList.FileName)));
        services.AddScoped<ErasureKeeping>();
        services.AddScoped<ErasureDesk>();
        services.AddScoped<ErasureQueries>();
        services.AddScoped<IJobHandler, EraseCompartments>();
        services.AddScoped<IVerification, ErasureVerification>();
        services.AddSingleton(new TimelineTexts(typeof(RetentionTexts)));
        return services;
    }
}
