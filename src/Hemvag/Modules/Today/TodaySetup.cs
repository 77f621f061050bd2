using Hemvag.Modules.Today.Calendar;
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
        services.AddScoped<CalendarKeeping>();
        services.AddScoped<CalendarReading>();
        services.AddSingleton<CalendarPace>();
        return services;
    }

    /// <summary>After <c>UseHemvagWeb</c>: what calendars read stands beside the pages.</summary>
    public static WebApplication MapHemvagCalendar(this WebApplication app)
    {
        app.MapGet(CalendarEndpoint.Route, CalendarEndpoint.ReadAsync).AllowAnonymous();
        return app;
    }
}
