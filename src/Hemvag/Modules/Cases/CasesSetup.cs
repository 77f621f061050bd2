using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases;

internal static class CasesSetup
{
    public static IServiceCollection AddHemvagCases(this IServiceCollection services)
    {
        services.AddScoped<CaseAccess>();
        services.AddScoped<CaseOperations>();
        services.AddScoped<GateBoard>();
        services.AddScoped<CasePageFilter>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<CasePageFilter>());
        return services;
    }
}
