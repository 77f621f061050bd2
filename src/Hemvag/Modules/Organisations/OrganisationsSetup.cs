namespace Hemvag.Modules.Organisations;

internal static class OrganisationsSetup
{
    public static IServiceCollection AddHemvagOrganisations(this IServiceCollection services)
    {
        services.AddSingleton(_ => OrganisationCatalogue.Load());
        services.AddSingleton<OrganisationQueries>();
        services.AddSingleton<OrganisationImport>();
        services.AddSingleton<OrganisationRegister>();
        return services;
    }
}
