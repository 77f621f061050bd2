using System.Security.Claims;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Modules.Organisations;
using Hemvag.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.External;

/// <param name="Subject">What the provider calls the person.</param>
internal sealed record PendingIdentity(Guid AccountId, string Provider, string Subject);

/// <summary>
/// What comes of an answer from a provider: a sign-in where its owner has linked it to an account, a question where its owner is about to.
/// Nobody is found or made by a mail address.
/// </summary>
internal sealed class ExternalSignIns(
    IDbContextFactory<HemvagDbContext> contexts,
    ExternalSubjects subjects,
    SignIns signIns,
    SessionStart start,
    DeviceCookie devices,
    IDataProtectionProvider protection
)
{
    public const string Failed = "/sign-in?external=failed";

    // The provider's page sends the browser here, and a strict cookie would stay behind.
    private readonly ProtectedCookie pending = new("linking", protection, TimeSpan.FromMinutes(5), SameSiteMode.Lax);

    public async Task ReceiveAsync(TicketReceivedContext context, ExternalProvider provider)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var subject = context.Principal!.FindFirstValue(ExternalHandshake.SubjectClaim)!;
        var link =
            context.Properties!.Items.TryGetValue(ExternalHandshake.LinkItem, out var asked) && Guid.TryParse(asked, out var id) ? id : (Guid?)null;
        if (link is { } accountId)
        {
            pending.Write(http, $"{accountId:N}/{provider.Key}/{subject}");
            context.Response.Redirect($"/account/external/{provider.Key}");
            return;
        }

        var vouched = context.Principal!.HasClaim(c => c.Type == ExternalHandshake.SecondFactorClaim);
        context.Response.Redirect(await SignInAsync(http, provider, subject, vouched, LocalPath.OrRoot(context.ReturnUri)));
    }

    /// <summary>The identity that was shown to be linked to this account, for a few minutes.</summary>
    public PendingIdentity? Pending(HttpContext http, Guid accountId, string provider) =>
        pending.Read(http)?.Split('/', 3) is [var account, var key, var subject] && account == accountId.ToString("N") && key == provider
            ? new PendingIdentity(accountId, key, subject)
            : null;

    public void Forget(HttpContext http) => pending.Delete(http);

    private async Task<string> SignInAsync(HttpContext http, ExternalProvider provider, string subject, bool vouched, string path)
    {
        var origin = devices.OriginOf(http);
        if (await FindAsync(provider, subject) is not { } account)
        {
            signIns.CountAttempt(origin);
            return Failed;
        }

        var factors = await signIns.FactorsAsync(account);
        if (!vouched && (factors.HasApp || factors.HasPasskey))
        {
            await SessionStart.HalfAsync(http, account.Id, SignInMethod.ExternalOnly, path);
            return "/sign-in/code";
        }

        await start.FullAsync(http, await signIns.RecordAsync(account, vouched ? SignInMethod.External : SignInMethod.ExternalOnly, origin));
        return vouched ? path : "/account/second-factor";
    }

    private async Task<Account?> FindAsync(ExternalProvider provider, string subject)
    {
        var macs = subjects.Candidates(provider.Key, subject);
        await using var db = contexts.CreateDbContext();
        return await (
            from identity in db.Set<ExternalIdentity>()
            join account in db.Set<Account>() on identity.AccountId equals account.Id
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where identity.Provider == provider.Key && macs.Contains(identity.SubjectMac)
            where account.ClosedAt == null && organisation.Code == provider.Organisation
            select account
        )
            .AsNoTracking()
            .FirstOrDefaultAsync();
    }
}
