using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Trail.Reading;

/// <summary>Who has opened sealed data, account by account.</summary>
[ForRoles(Role.DataProtectionOfficer, Role.Auditor)]
internal sealed class OpeningsPageModel(TrailQueries queries, TrailWords words) : AccountPageModel
{
    public TrailWords Words => words;

    public IReadOnlyList<OpenerRow> Openers { get; private set; } = [];

    /// <summary>Null when no account was asked for.</summary>
    public IReadOnlyList<AccountOpeningRow>? Openings { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? account)
    {
        if (account is null)
        {
            Openers = await queries.OpenersAsync(Me);
            return Page();
        }

        // An unknown account shows nothing, never everything.
        Openings = Guid.TryParseExact(account, "D", out var id) ? await queries.OpeningsOfAsync(Me, id) : [];
        return Page();
    }
}
