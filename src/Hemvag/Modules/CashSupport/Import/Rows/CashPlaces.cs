using Hemvag.Modules.Organisations;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Countries and paying offices by the words that a file may name them with.</summary>
internal sealed class CashPlaces
{
    private readonly Dictionary<string, string> countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<OrganisationView>> offices = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OrganisationView> byCountry;

    public CashPlaces(OrganisationCatalogue catalogue, IReadOnlyList<OrganisationView> offices)
    {
        foreach (var country in catalogue.Countries)
        {
            countries[country.Code] = country.Code;
            countries[country.Name.Sv] = country.Code;
            countries[country.Name.En] = country.Code;
        }

        foreach (var office in offices)
        {
            foreach (var word in new[] { office.Code, office.NameSv, office.NameEn }.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                (this.offices.TryGetValue(word, out var known) ? known : this.offices[word] = []).Add(office);
            }
        }

        byCountry = offices.ToLookup(o => o.CountryCode ?? "", StringComparer.Ordinal);
    }

    public static async Task<CashPlaces> LoadAsync(OrganisationCatalogue catalogue, OrganisationQueries organisations) =>
        new(catalogue, await organisations.OfAsync(OrganisationKind.LocalIomOffice, OrganisationKind.Partner));

    public string? Country(string word) => countries.GetValueOrDefault(word);

    /// <summary>IOM's own office there; null where the country has none or several, so that it must be named.</summary>
    public OrganisationView? OfficeIn(string country) =>
        byCountry[country].Where(o => o.Kind == OrganisationKind.LocalIomOffice).ToList() is [var only] ? only : null;

    public bool HasOffice(string country) => byCountry[country].Any();

    /// <summary>Every office of that name: two countries may each have one.</summary>
    public IReadOnlyList<OrganisationView> OfficesNamed(string word) => offices.GetValueOrDefault(word) ?? [];
}
