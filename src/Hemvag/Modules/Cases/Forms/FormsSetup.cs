using Microsoft.AspNetCore.Mvc.Razor;

namespace Hemvag.Modules.Cases.Forms;

internal static class FormsSetup
{
    public static IServiceCollection AddHemvagForms(this IServiceCollection services)
    {
        services.AddScoped<FormSections>();
        services.AddScoped<FormWords>();
        services.AddSingleton(new TimelineTexts(typeof(FormsTexts)));
        // The partials are used by pages of every module that has a form.
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Modules/Cases/Forms/{0}.cshtml"));
        return services;
    }
}
