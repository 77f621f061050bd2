using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Joining;
using Hemvag.Modules.Consultations.Links;
using Hemvag.Modules.Consultations.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Hemvag.Modules.Consultations;

internal static class ConsultationsSetup
{
    // After the role of the reader, before what was typed: a stranger's invalid form is a 404, not a 422.
    private const int BeforeAnyFormIsLookedAt = -999;

    public static IServiceCollection AddHemvagConsultations(this IServiceCollection services)
    {
        services.AddScoped<ConsultationAccess>();
        services.AddScoped<ConsultationPageFilter>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<ConsultationPageFilter>(BeforeAnyFormIsLookedAt));
        services.AddScoped<ConsultationQueries>();
        services.AddScoped<ConsultationService>();
        services.AddScoped<ConsultationJoining>();
        services.AddScoped<IJobHandler, EraseEndedConsultation>();
        services.AddScoped<LinkService>();
        services.AddScoped<LinkQueries>();
        services.AddScoped<LinkWindows>();
        services.AddScoped<LinkWindowFilter>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<LinkWindowFilter>(BeforeAnyFormIsLookedAt));
        services.AddSingleton(new TimelineTexts(typeof(ConsultationsTexts)));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Modules/Consultations/Asking/{0}.cshtml");
            options.PageViewLocationFormats.Add("/Modules/Consultations/Threads/{0}.cshtml");
        });
        return services;
    }
}
