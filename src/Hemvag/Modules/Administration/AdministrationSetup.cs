namespace Hemvag.Modules.Administration;

internal static class AdministrationSetup
{
    public static IServiceCollection AddHemvagAdministration(this IServiceCollection services)
    {
        services.AddScoped<AccountDesk>();
        services.AddScoped<JobDesk>();
        return services;
    }
}
