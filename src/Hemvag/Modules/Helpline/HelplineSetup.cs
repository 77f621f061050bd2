using Hemvag.Modules.Cases;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;

namespace Hemvag.Modules.Helpline;

internal static class HelplineSetup
{
    public static IServiceCollection AddHemvagHelpline(this IServiceCollection services)
    {
        services.AddScoped<LineWords>();
        services.AddScoped<EnquiryLog>();
        services.AddScoped<EnquiryLinking>();
        services.AddScoped<EnquiryQueries>();
        services.AddScoped<SupportLog>();
        services.AddScoped<SupportPlaces>();
        services.AddSingleton(new TimelineTexts(typeof(HelplineTexts)));
        return services;
    }
}
