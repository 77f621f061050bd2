namespace Hemvag.Modules.Programmes;

internal static class ProgrammesSetup
{
    public static IServiceCollection AddHemvagProgrammes(this IServiceCollection services)
    {
        services.AddSingleton(ProgrammeCatalogue.LoadInstalled());
        services.AddScoped<ProgrammeImport>();
        return services;
    }
}
