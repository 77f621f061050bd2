using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Matching;

internal static class MatchingSetup
{
    public static IServiceCollection AddHemvagMatching(this IServiceCollection services)
    {
        services.AddScoped<Arbiters>();
        services.AddScoped<MetQuestions>();
        services.AddSingleton(new TimelineTexts(typeof(MatchingTexts)));
        return services;
    }
}
