using Hemvag.Web.Layout;

namespace Hemvag.Modules.Today;

internal static class TodaySetup
{
    public static IServiceCollection AddHemvagToday(this IServiceCollection services)
    {
        services.AddScoped<WaitingQueries>();
        services.AddScoped<NoticeQueries>();
        services.AddScoped<NoticeReading>();
        services.AddScoped<TodayWords>();
        services.AddScoped<IHeaderSource, SignedInHeader>();
        return services;
    }
}
