using Hemvag.Modules.Programmes.Comparing;

namespace Hemvag.Modules.Programmes;

internal static class ProgrammesSetup
{
    public static IServiceCollection AddHemvagProgrammes(this IServiceCollection services)
    {
        services.AddSingleton(ProgrammeCatalogue.LoadInstalled());
        services.AddScoped<StoredProgrammes>();
        services.AddScoped<ProgrammeImport>();
        services.AddScoped<DefinitionWords>();
        return services;
    }
}
