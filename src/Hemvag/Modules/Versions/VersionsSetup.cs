using Hemvag.Modules.Versions.Drafts;
using Hemvag.Modules.Versions.Reading;

namespace Hemvag.Modules.Versions;

internal static class VersionsSetup
{
    public static IServiceCollection AddHemvagVersions(this IServiceCollection services)
    {
        services.AddScoped<DraftDesk>();
        services.AddScoped<DraftQueries>();
        services.AddScoped<VersionComparison>();
        return services;
    }
}
