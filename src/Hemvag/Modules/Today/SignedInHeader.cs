using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Layout;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Today;

/// <summary>The header of every signed-in page: who reads, where they may go, what waits. One query.</summary>
internal sealed class SignedInHeader(
    WaitingQueries waiting,
    IStringLocalizer<TodayTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    TimeProvider time
) : IHeaderSource
{
    public async Task<HeaderModel?> ForAsync(HttpContext context)
    {
        if (context.AccountOrNull() is not { } account)
        {
            return null;
        }

        var worksOnCases = RoleDuties.WorksOnCases(account);
        var counts = worksOnCases
            ? await waiting.CountsAsync(account, LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone))
            : new HeaderCounts(0, 0, 0, 0);
        var path = context.Request.Path;
        HeaderLink[] links =
        [
            .. PlacesOf(account, worksOnCases, counts).Select(p => new HeaderLink(texts[p.Key], p.Path, p.Count, IsCurrent(path, p.Path))),
        ];
        return new HeaderModel(account.Name, RoleOf(account), links, worksOnCases);
    }

    private static IEnumerable<(string Key, string Path, int? Count)> PlacesOf(CurrentAccount account, bool worksOnCases, HeaderCounts counts)
    {
        yield return ("Header.Today", StartPlaces.Today, counts.Waiting);
        if (worksOnCases)
        {
            yield return ("Header.Cases", StartPlaces.Cases, null);
        }

        if (account.Is(Role.MigrationOfficer) || account.Is(Role.IomCaseworker) || account.Is(Role.LocalOfficeWorker))
        {
            yield return ("Header.Cash", StartPlaces.Cash, null);
        }

        if (account.Is(Role.RegionalCoordinator))
        {
            yield return ("Header.Inbox", StartPlaces.Inbox, counts.Matters);
        }

        if (account.Is(Role.RegionalCoordinator) || account.Is(Role.ReferringProfessional) || account.Is(Role.IomCaseworker))
        {
            yield return ("Header.Questions", StartPlaces.Questions, counts.Questions);
        }

        if (account.Is(Role.IomCaseworker))
        {
            yield return ("Header.Helpline", StartPlaces.Helpline, null);
            yield return ("Header.OnDuty", StartPlaces.OnDuty, null);
        }

        if (account.Is(Role.RegionalCoordinator) || account.Is(Role.NationalCoordination))
        {
            yield return ("Header.SupportLine", StartPlaces.SupportLine, null);
        }

        if (account.Is(Role.NationalCoordination) || account.Is(Role.IomApprover))
        {
            yield return ("Header.Programmes", StartPlaces.Programmes, null);
            yield return ("Header.TravelCosts", StartPlaces.TravelCosts, null);
        }

        yield return ("Header.Organisations", StartPlaces.Organisations, null);
        if (account.Is(Role.Administrator))
        {
            yield return ("Header.Administration", StartPlaces.Administration, null);
        }

        if (account.Is(Role.DataProtectionOfficer) || account.Is(Role.Auditor))
        {
            yield return ("Header.Trail", StartPlaces.Trail, null);
        }
    }

    private static bool IsCurrent(PathString path, string place) =>
        place == StartPlaces.Today ? path == StartPlaces.Today : path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase);

    private string RoleOf(CurrentAccount account)
    {
        var roles = string.Join(", ", account.Roles.Order().Select(r => words[$"Role.{r}"].Value));
        return NamesItsOrganisation(account) ? roles
            : roles.Length == 0 ? account.OrganisationName
            : $"{roles}, {account.OrganisationName}";
    }

    // "Handläggare, IOM Finland" says where already.
    private static bool NamesItsOrganisation(CurrentAccount account) =>
        account.Roles.Count > 0
        && account.OrganisationKind is OrganisationKind.IomFinland or OrganisationKind.MigrationAgency or OrganisationKind.NationalCoordination;
}
