using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Pages;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Import;

internal static class CashImportSetup
{
    // After the role of the reader, before what was typed: a stranger's invalid form is a 404, not a 422.
    private const int BeforeAnyFormIsLookedAt = -999;

    public static IServiceCollection AddHemvagCashImport(this IServiceCollection services)
    {
        services.AddScoped<CashImportAccess>();
        services.AddScoped<CashImportPageFilter>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<CashImportPageFilter>(BeforeAnyFormIsLookedAt));
        services.AddScoped<CashImportQueries>();
        services.AddScoped<CashImports>();
        services.AddSingleton<DecisionReaders>();
        services.AddScoped<EnteringOfficer>();
        services.AddScoped<FaultWords>();
        services.AddScoped<IJobHandler, EnterImported>();
        services.AddScoped<IJobHandler, EndOldImport>();
        services.AddSingleton(new TimelineTexts(typeof(CashImportTexts)));
        return services;
    }
}
