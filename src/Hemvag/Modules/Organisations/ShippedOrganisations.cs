namespace Hemvag.Modules.Organisations;

/// <summary>The catalogue's regions, offices and organisations as rows.</summary>
internal static class ShippedOrganisations
{
    public static IReadOnlyList<Organisation> Of(OrganisationCatalogue catalogue) =>
        [.. catalogue.Regions.Select(FromRegion), .. catalogue.Organisations.Select(FromOrganisation), .. catalogue.Offices.Select(FromOffice)];

    public static Organisation Copy(Organisation o) =>
        new()
        {
            Id = o.Id,
            Kind = o.Kind,
            Code = o.Code,
            NameSv = o.NameSv,
            NameEn = o.NameEn,
            CountryCode = o.CountryCode,
            Zone = o.Zone,
            SinglePerson = o.SinglePerson,
            Phone = o.Phone,
            Mail = o.Mail,
            Web = o.Web,
            Address = o.Address,
            IsShipped = o.IsShipped,
        };

    private static Organisation FromRegion(RegionEntry region) =>
        new()
        {
            Id = region.Id,
            Kind = OrganisationKind.Region,
            Code = region.Code,
            NameSv = region.Name.Sv,
            NameEn = region.Name.En,
            Zone = RegionEntry.TimeZone,
            IsShipped = true,
        };

    private static Organisation FromOffice(OfficeEntry office) =>
        new()
        {
            Id = office.Id,
            Kind = OrganisationKind.LocalIomOffice,
            Code = office.Code,
            NameSv = "IOM " + office.Name.Sv,
            NameEn = "IOM " + office.Name.En,
            CountryCode = office.CountryCode,
            Zone = office.TimeZone,
            IsShipped = true,
        };

    private static Organisation FromOrganisation(OrganisationEntry entry) =>
        new()
        {
            Id = entry.Id,
            Kind = entry.Kind,
            Code = entry.Code,
            NameSv = entry.Name.Sv,
            NameEn = entry.Name.En,
            Zone = entry.TimeZone,
            Phone = First(entry, ContactKind.Phone),
            Mail = First(entry, ContactKind.Email) ?? First(entry, ContactKind.FormsEmail),
            Web = First(entry, ContactKind.Web),
            Address = First(entry, ContactKind.VisitingAddress),
            IsShipped = true,
        };

    private static string? First(OrganisationEntry entry, ContactKind kind) => entry.Contacts.FirstOrDefault(c => c.Kind == kind)?.Value;
}
