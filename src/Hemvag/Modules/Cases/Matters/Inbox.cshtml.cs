using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>First contacts of the region that wait for a coordinator.</summary>
[ForRoles(Role.RegionalCoordinator)]
internal sealed class InboxModel(MatterQueries queries, OrganisationQueries organisations) : PageModel
{
    private readonly Dictionary<Guid, string> names = [];

    internal IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(HttpContext.Account().Zone);

    public async Task OnGetAsync()
    {
        Rows = await queries.InboxAsync(HttpContext.Account());
        foreach (var id in Rows.Select(r => r.OpenedByOrganisation).Distinct())
        {
            names[id] = await organisations.NameAsync(id);
        }
    }

    internal string Organisation(Guid id) => names.GetValueOrDefault(id, "");
}
