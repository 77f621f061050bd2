using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Desk;

/// <summary>The desk of cash support: Migrationsverket's own decisions, those IOM Finland answers for, those an office pays.</summary>
[ForRoles(Role.MigrationOfficer, Role.IomCaseworker, Role.LocalOfficeWorker)]
internal sealed class CashDeskModel(CashDeskQueries queries, OrganisationQueries organisations, ProgrammeCatalogue programmes) : AccountPageModel
{
    private readonly Dictionary<Guid, string> offices = [];

    internal IReadOnlyList<CashRow> Rows { get; private set; } = [];

    internal bool More { get; private set; }

    internal CashStage Stage { get; private set; }

    internal int Number { get; private set; } = 1;

    internal bool MayEnter => Me.Is(Role.MigrationOfficer);

    internal bool MayConfirm => Me.Is(Role.IomCaseworker);

    internal bool MayClose => MayEnter || MayConfirm;

    internal bool ShowsOffice => !Me.Is(Role.LocalOfficeWorker);

    public async Task<IActionResult> OnGetAsync(string? stage, string? pageNumber)
    {
        if (!TryRead(stage, pageNumber))
        {
            // A filter that is not known is a wrong address, never everything.
            return BadRequest();
        }

        (Rows, More) = await queries.ListAsync(Me, Stage, Number);
        foreach (var id in Rows.Select(r => r.OfficeId).OfType<Guid>().Distinct())
        {
            offices[id] = await organisations.NameAsync(id);
        }

        return Page();
    }

    internal string Office(CashRow row) => row.OfficeId is { } id ? offices.GetValueOrDefault(id, "") : "";

    internal Amount Total(CashRow row) => new(row.TotalMinor, programmes.Get(row.ProgrammeId).Entitlements.Currency);

    private bool TryRead(string? stage, string? page)
    {
        Stage = CashDeskQueries.FirstStageOf(Me);
        if (stage is not null)
        {
            if (!Enum.TryParse<CashStage>(stage, out var wanted) || wanted.ToString() != stage)
            {
                return false;
            }

            Stage = wanted;
        }

        if (page is not null)
        {
            if (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000)
            {
                return false;
            }

            Number = number;
        }

        return true;
    }
}
