using System.Globalization;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.TagHelpers;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>Counties and regions by name.</summary>
internal sealed class SupportPlaces(OrganisationCatalogue catalogue, LineWords words)
{
    /// <summary>Stands for "not said" where figures are counted.</summary>
    private const string NotSaid = "";

    public IReadOnlyList<string> Regions => [.. catalogue.Regions.Select(r => r.Code), NotSaid];

    public IReadOnlyList<Choice> Counties =>
        [
            .. catalogue
                .Regions.SelectMany(r => r.Counties)
                .Select(c => new Choice(c.Code, In(c.Name)))
                .OrderBy(c => c.Text, StringComparer.CurrentCulture),
        ];

    public string RegionOf(string? countyCode) => countyCode is null ? NotSaid : catalogue.RegionOfCounty(countyCode)?.Code ?? NotSaid;

    public string NameOfRegion(string code) => code == NotSaid ? words["Support.NotSaid"] : In(catalogue.Region(code).Name);

    public string NameOfCounty(string? code) =>
        catalogue.Regions.SelectMany(r => r.Counties).FirstOrDefault(c => c.Code == code) is { } county ? In(county.Name) : words["Support.NotSaid"];

    private static string In(Bilingual text) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? text.En : text.Sv;
}
