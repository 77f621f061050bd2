using Hemvag.Modules.Applications.Filling;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>The whole application to read through, and the coordinator's signature under it (S1.48).</summary>
[Needs(CaseAction.SignApplication)]
internal sealed class CheckModel(ApplicationQueries queries, FormSections sections, ApplicationSigning signing) : CasePageModel, ILoadsForRedisplay
{
    internal ApplicationOverview Overview { get; private set; } = null!;

    /// <summary>By section id; only what is open.</summary>
    internal IReadOnlyDictionary<string, Unsealed<SectionAnswers>> Read { get; private set; } =
        new Dictionary<string, Unsealed<SectionAnswers>>(StringComparer.Ordinal);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>True when everything that is filled in can be read now.</summary>
    internal bool IsAllOpen => Overview.Compartments == Compartment.None || IsOpen(Overview.Compartments);

    public Task OnGetAsync() => LoadAsync();

    /// <param name="shown">The digest of what was on the screen.</param>
    public async Task<IActionResult> OnPostAsync(string shown)
    {
        await signing.SignAsync(Handle, OperationId, shown, Opened);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Application));
    }

    public async Task LoadAsync()
    {
        Overview = await queries.OverviewAsync(Case);
        if (Opened is not null && IsAllOpen)
        {
            Read = await sections.ReadOpenAsync(Opened, FormKind.Application);
        }
    }
}
