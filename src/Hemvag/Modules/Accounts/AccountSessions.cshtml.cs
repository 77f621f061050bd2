using Hemvag.Modules.Accounts.Session;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Where one is signed in now, to be ended one by one or all but this; and the latest sign-ins.</summary>
[ForRoles]
internal sealed class AccountSessionsModel(OwnSessions sessions, AccountQueries accounts) : AccountPageModel, ILoadsForRedisplay
{
    private const int Recent = 10;

    internal IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    internal IReadOnlyList<SignInView> SignIns { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostEndAsync(Guid session) =>
        await sessions.EndAsync(OperationId, Me.Actor, Me.Id, session) ? Redirect("/account/sessions") : NotFound();

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndOthersAsync(OperationId, Me.Actor, Me.Id, MySession.Id);
        return Redirect("/account/sessions");
    }

    public async Task LoadAsync()
    {
        Sessions = await sessions.ListAsync(Me.Id);
        SignIns = await accounts.RecentSignInsAsync(Me.Id, Recent);
    }
}
