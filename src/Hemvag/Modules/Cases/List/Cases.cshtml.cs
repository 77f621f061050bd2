using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.BreakGlass;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.List;

[ForRoles(Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.IomApprover, Role.LocalOfficeWorker, Role.MigrationOfficer)]
internal sealed class CasesModel(CaseListQueries queries, ProgrammeCatalogue programmes, TimeProvider time) : PageModel
{
    internal IReadOnlyList<CaseListRow> Rows { get; private set; } = [];

    internal bool More { get; private set; }

    internal CaseListFilter Filter { get; private set; } = new(null, null);

    internal DateOnly Today { get; private set; }

    internal bool ShowsHolder { get; private set; }

    internal bool MayOpenMatter { get; private set; }

    internal bool MayEnterEarlier { get; private set; }

    internal bool MayBreakGlass { get; private set; }

    internal bool IsUnfiltered => Filter is { Step: null, State: null };

    internal IReadOnlyList<ProgrammeStep> Steps => programmes.InForce(Today).Steps;

    internal string NextPage =>
        $"?pageNumber={Filter.Page + 1}" + (Filter.Step is { } step ? $"&step={step}" : "") + (Filter.State is { } state ? $"&state={state}" : "");

    public async Task<IActionResult> OnGetAsync(string? step, string? state, string? pageNumber)
    {
        var account = HttpContext.Account();
        Today = LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone);
        ShowsHolder = SeerSight.SeesPartners(account.Roles);
        MayOpenMatter = account.Is(Role.RegionalCoordinator) || account.Is(Role.ReferringProfessional);
        MayEnterEarlier = account.Is(Role.RegionalCoordinator);
        MayBreakGlass = account.Roles.Any(GlassBreaking.Breaks.Contains);
        if (!TryFilter(step, state, pageNumber, out var filter))
        {
            return BadRequest();
        }

        Filter = filter;
        (Rows, More) = await queries.ListAsync(account, filter);
        return Page();
    }

    internal string Programme(string id) => programmes.Find(id)?.ShortName.Shown ?? id;

    internal string StepName(CaseListRow row) => programmes.Find(row.ProgrammeId)?.Steps.FirstOrDefault(s => s.Order == row.Step)?.Name.Shown ?? "";

    // A filter that is not known is a wrong address, never everything.
    private bool TryFilter(string? step, string? state, string? page, out CaseListFilter filter)
    {
        filter = new CaseListFilter(null, null);
        int? wantedStep = null;
        CaseState? wantedState = null;
        var wantedPage = 1;
        if (step is not null)
        {
            if (!int.TryParse(step, out var order) || Steps.All(s => s.Order != order))
            {
                return false;
            }

            wantedStep = order;
        }

        if (state is not null)
        {
            if (!Enum.TryParse<CaseState>(state, out var parsed) || !Enum.IsDefined(parsed) || int.TryParse(state, out _))
            {
                return false;
            }

            wantedState = parsed;
        }

        if (page is not null && (!int.TryParse(page, out wantedPage) || wantedPage is < 1 or > 10_000))
        {
            return false;
        }

        filter = new CaseListFilter(wantedStep, wantedState, wantedPage);
        return true;
    }
}
