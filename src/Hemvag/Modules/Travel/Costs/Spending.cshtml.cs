using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What the programme spends on journeys, outside the entitlements: sums of years that are over, the small ones hidden.</summary>
[ForRoles(Role.NationalCoordination, Role.IomApprover)]
internal sealed class SpendingModel(SpendingQueries queries, ProgrammeCatalogue programmes, TimeProvider time) : AccountPageModel
{
    internal IReadOnlyList<SpendingLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await queries.LoadAsync(LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone));

    internal string NameOf(SpendingLine line) => programmes.Get(line.ProgrammeId).ShortName.Shown;
}
