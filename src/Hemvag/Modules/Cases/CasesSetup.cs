using Hemvag.Modules.Cases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases;

internal static class CasesSetup
{
    // Access comes before what was typed: a stranger's invalid form is a 404, not a 422.
    private const int BeforeAnyFormIsLookedAt = -1000;

    public static IServiceCollection AddHemvagCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CaseAccess>();
        services.AddScoped<CaseOperations>();
        services.AddScoped<GateBoard>();
        services.AddScoped<CasePageFilter>();
        services.AddSingleton(configuration.GetSection("Clamd").Get<ClamdOptions>() ?? new ClamdOptions());
        services.AddSingleton<FileScanner>();
        services.AddSingleton<CaseFiles>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<CasePageFilter>(BeforeAnyFormIsLookedAt));
        return services;
    }
}
