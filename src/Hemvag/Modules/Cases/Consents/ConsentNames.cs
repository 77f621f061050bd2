using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>The names of those a consent names, as this reader may know them.</summary>
internal sealed class ConsentNames(OrganisationQueries organisations, IStringLocalizer<ProgrammesTexts> words)
{
    public async Task<string> OfAsync(CaseHandle handle, IEnumerable<Guid> recipients)
    {
        var names = new List<string>();
        foreach (var id in recipients)
        {
            names.Add(await OfAsync(handle, id));
        }

        return string.Join(", ", names);
    }

    // The name of the office that meets the person is the name of the country.
    private async Task<string> OfAsync(CaseHandle handle, Guid id) =>
        await organisations.FindAsync(id) is { Kind: OrganisationKind.LocalIomOffice or OrganisationKind.Partner }
        && !handle.May(CaseAction.SeeTravel)
            ? words[$"Role.{Role.LocalOfficeWorker}"].Value
            : await organisations.NameAsync(id);
}
