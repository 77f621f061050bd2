using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Organisations;

/// <summary>Whether the organisations and countries that a version names by their codes are there: a rule about one that isn't meets nobody.</summary>
internal static class VersionCodes
{
    /// <returns>An error per unknown code, in the order of the file.</returns>
    public static IReadOnlyList<ProgrammeFileError> Check(ProgrammeFile file, OrganisationCatalogue catalogue)
    {
        var version = file.Version;
        var known = catalogue.Organisations.Select(organisation => organisation.Code).ToHashSet(StringComparer.Ordinal);
        var named = version
            .Parties.Select((party, index) => (Path: $"$.parties[{index}].organisation", Code: (string?)party.Organisation))
            .Append((Path: "$.gatekeeper.organisation", Code: version.Gatekeeper.Organisation))
            .Where(one => one.Code is not null && !known.Contains(one.Code))
            .Select(one => new ProgrammeFileError(file.Name, one.Path, $"the code of an organisation, found \"{one.Code}\""));
        var countries = (version.Eligibility.Countries ?? [])
            .Select((country, index) => (Path: $"$.eligibility.countries[{index}].code", country.Code))
            .Where(one => catalogue.Country(one.Code) is null)
            .Select(one => new ProgrammeFileError(file.Name, one.Path, $"the code of a country, found \"{one.Code}\""));
        return [.. named, .. countries];
    }
}
