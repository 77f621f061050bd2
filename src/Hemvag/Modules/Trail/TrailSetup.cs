using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Trail.Reading;
using Hemvag.Modules.Trail.Seen;
using Hemvag.Modules.Trail.Verifying;

namespace Hemvag.Modules.Trail;

internal static class TrailSetup
{
    public static IServiceCollection AddHemvagTrail(this IServiceCollection services)
    {
        services.AddScoped<SeenQueries>();
        services.AddScoped<TrailReach>();
        services.AddScoped<TrailQueries>();
        services.AddScoped<TrailWords>();
        services.AddScoped<VerificationRuns>();
        services.AddScoped<IJobHandler, VerifyTrail>();
        services.AddSingleton(new TimelineTexts(typeof(TrailTexts)));
        return services;
    }
}
