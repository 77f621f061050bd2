using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Administration;

/// <summary>Regions with their counties, contacts, and IOM's offices with the seeds' name and today's.</summary>
[ForRoles]
internal sealed class OrganisationListModel(OrganisationCatalogue catalogue, OrganisationQueries organisations) : AccountPageModel
{
    internal sealed record RegionLine(string Name, string Counties);

    internal sealed record OfficeLine(string Name, string SeedName, string? Alpha2, string Zone, bool SinglePerson, IReadOnlyList<string> Contacts);

    internal sealed record OtherLine(string Name, IReadOnlyList<(ContactKind Label, string Value)> Contacts);

    /// <summary>Part of a country's name in either language, or its code.</summary>
    [BindProperty(SupportsGet = true), MaxLength(80)]
    public string? Country { get; set; }

    internal IReadOnlyList<RegionLine> Regions { get; private set; } = [];

    internal IReadOnlyList<OfficeLine> Offices { get; private set; } = [];

    internal IReadOnlyList<OtherLine> Others { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Regions = [.. catalogue.Regions.Select(r => new RegionLine(In(r.Name), string.Join(", ", r.Counties.Select(c => In(c.Name)))))];
        var rows = (await organisations.OfAsync(OrganisationKind.LocalIomOffice)).ToDictionary(o => o.Id);
        Offices =
        [
            .. catalogue
                .Offices.Where(Fits)
                .Select(o => (Office: o, Row: rows.GetValueOrDefault(o.Id)))
                .Select(o => new OfficeLine(
                    In(o.Office.Name),
                    o.Office.SeedName,
                    o.Office.Alpha2,
                    o.Office.TimeZone,
                    o.Row?.SinglePerson == true,
                    o.Row is null ? [] : [.. ContactsOf(o.Row).Select(c => c.Item2)]
                ))
                .OrderBy(o => o.Name, StringComparer.CurrentCulture),
        ];
        Others = [.. catalogue.Organisations.Select(FromCatalogue), .. await AddedAsync()];
    }

    private bool Fits(OfficeEntry office) =>
        string.IsNullOrWhiteSpace(Country)
        || office.Alpha2?.Equals(Country, StringComparison.OrdinalIgnoreCase) == true
        || new[] { office.Name.Sv, office.Name.En, office.SeedName }.Any(n =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(n, Country, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
        );

    private static OtherLine FromCatalogue(OrganisationEntry entry) => new(In(entry.Name), [.. entry.Contacts.Select(c => (c.Kind, c.Value))]);

    private async Task<IEnumerable<OtherLine>> AddedAsync() =>
        (await organisations.OfAsync([.. OrganisationRegister.Addable])).Select(o => new OtherLine(o.Name, [.. ContactsOf(o)]));

    private static IEnumerable<(ContactKind, string)> ContactsOf(OrganisationView o)
    {
        if (o.Phone is { } phone)
        {
            yield return (ContactKind.Phone, phone);
        }

        if (o.Mail is { } mail)
        {
            yield return (ContactKind.Email, mail);
        }

        if (o.Web is { } web)
        {
            yield return (ContactKind.Web, web);
        }

        if (o.Address is { } address)
        {
            yield return (ContactKind.VisitingAddress, address);
        }
    }

    private static string In(Bilingual text) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? text.En : text.Sv;
}
