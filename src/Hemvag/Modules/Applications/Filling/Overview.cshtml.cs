using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>The application at a glance: sections, declarations, signature. Nothing sealed is shown.</summary>
[Needs(CaseAction.SeeApplication)]
internal sealed class OverviewModel(ApplicationQueries queries) : CasePageModel
{
    internal ApplicationOverview Overview { get; private set; } = null!;

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal IReadOnlyList<RailLine> Rail => SectionRail.Of(Overview.Form, Overview.Filled, null, CaseLinks.To(Handle.CaseId, CaseLinks.Application));

    public async Task OnGetAsync() => Overview = await queries.OverviewAsync(Case);
}
