using System.Net;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>
/// One click signs in as a demo account. Three things must hold at once: started as a demo, a database the demo made,
/// a connection from this very machine. There is no other way past password and code.
/// </summary>
[AllowAnonymous]
internal sealed class DemoSignInModel(
    AccountsOptions options,
    HemvagDbContext db,
    AccountQueries accounts,
    OrganisationQueries organisations,
    SignIns signIns,
    SessionStart start,
    DeviceCookie devices
) : PageModel
{
    internal sealed record DemoAccountLine(Guid Id, string Name, string Organisation, Role Role);

    /// <summary>Key of the sentence that says why not; null when all is well.</summary>
    internal string? WhyNot { get; private set; }

    internal IReadOnlyList<IGrouping<Role, DemoAccountLine>> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await CheckAsync() is { } refused)
        {
            return refused;
        }

        var lines = new List<DemoAccountLine>();
        foreach (var account in await accounts.DemoAsync())
        {
            var organisation = await organisations.NameAsync(account.OrganisationId);
            lines.AddRange(account.Roles.Select(role => new DemoAccountLine(account.Id, account.Name, organisation, role)));
        }

        Groups = [.. lines.GroupBy(l => l.Role).OrderBy(g => g.Key)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid account)
    {
        if (await CheckAsync() is { } refused)
        {
            return refused;
        }

        var found = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == account && a.IsDemo && a.ClosedAt == null);
        if (found is null)
        {
            return NotFound();
        }

        await start.FullAsync(HttpContext, await signIns.RecordAsync(found, SignInMethod.Demo, devices.OriginOf(HttpContext)));
        return Redirect("/");
    }

    private async Task<IActionResult?> CheckAsync()
    {
        if (!options.Demo)
        {
            return NotFound();
        }

        WhyNot =
            !FromThisMachine(HttpContext) ? "Demo.NotLoopback"
            : !await DemoDatabase.IsMarkedAsync(db) ? "Demo.NotMarked"
            : null;
        if (WhyNot is null)
        {
            return null;
        }

        var page = Page();
        page.StatusCode = StatusCodes.Status403Forbidden;
        return page;
    }

    // A proxy on this machine would make everyone look local.
    private static bool FromThisMachine(HttpContext http) =>
        http.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
        && IPAddress.IsLoopback(remote)
        && IPAddress.IsLoopback(local)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");
}
