namespace Hemvag.Modules.Organisations;

/// <summary>
/// Regions, offices, organisations and countries as shipped with the application. Loaded once; the database
/// holds rows with the same ids for what people add to them.
/// </summary>
internal sealed class OrganisationCatalogue
{
    private readonly Dictionary<string, CountryEntry> _countries;

    private readonly Dictionary<string, OfficeEntry> _offices;

    private OrganisationCatalogue()
    {
        Regions = ShippedLists.Regions();
        Organisations = ShippedLists.Organisations();
        Offices = ShippedLists.Offices();
        Countries = ShippedLists.Countries();
        _countries = Countries.ToDictionary(country => country.Code, StringComparer.Ordinal);
        _offices = Offices.ToDictionary(office => office.CountryCode, StringComparer.Ordinal);
    }

    /// <summary>The seven regions (S1.34).</summary>
    public IReadOnlyList<RegionEntry> Regions { get; }

    /// <summary>The 142 IOM offices in the order of the seed's list (S3.40).</summary>
    public IReadOnlyList<OfficeEntry> Offices { get; }

    public IReadOnlyList<OrganisationEntry> Organisations { get; }

    /// <summary>Every ISO 3166-1 country and territory, and Kosovo.</summary>
    public IReadOnlyList<CountryEntry> Countries { get; }

    public static OrganisationCatalogue Load() => new();

    /// <exception cref="InvalidOperationException">There is no such region.</exception>
    public RegionEntry Region(string code) => Regions.Single(region => region.Code == code);

    /// <summary>The region that a county belongs to; null for an unknown county code.</summary>
    public RegionEntry? RegionOfCounty(string countyCode) =>
        Regions.FirstOrDefault(region => region.Counties.Any(county => county.Code == countyCode));

    /// <exception cref="InvalidOperationException">There is no such organisation.</exception>
    public OrganisationEntry Organisation(string code) => Organisations.Single(organisation => organisation.Code == code);

    /// <summary>Null for an unknown code.</summary>
    public CountryEntry? Country(string code) => _countries.GetValueOrDefault(code);

    /// <summary>The office in a country; null where there is none, and a named office or partner takes over.</summary>
    public OfficeEntry? OfficeIn(string countryCode) => _offices.GetValueOrDefault(countryCode);
}
