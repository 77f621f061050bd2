using System.Globalization;
using System.Security.Claims;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Covers;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>
/// Reads session and account of every request anew, by one query: ended, closed, with other rights or another password, it is
/// signed out at this very request.
/// </summary>
internal static class SessionCheck
{
    private sealed record Row(
        SignInMethod Method,
        DateTime StartedAt,
        DateTime SeenAt,
        string Name,
        string? Stamp,
        string Language,
        bool HasSecondFactor,
        bool IsDemo,
        Guid OrganisationId,
        OrganisationKind Kind,
        string NameSv,
        string NameEn,
        string Zone,
        List<Role> Roles,
        List<Guid> CoversFor
    )
    {
        public bool NeedsSecondFactor =>
            Roles.Count > 0
            && Method is not (SignInMethod.Demo or SignInMethod.External)
            && (!HasSecondFactor || Method is SignInMethod.PasswordOnly or SignInMethod.ExternalOnly);

        public DateTime EndsAt => StartedAt + (NeedsSecondFactor ? SessionLength.ToSetUp : SessionLength.Absolute);
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (NeedsNoAccount(http.GetEndpoint()))
        {
            // A stylesheet is the same for everyone: no query, and no renewal of the session.
            context.ShouldRenew = false;
            context.RejectPrincipal();
            return;
        }

        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (
            Read(context.Principal!) is not { } named
            || await FindAsync(services.GetRequiredService<HemvagDbContext>(), named.AccountId, named.SessionId, DateOnly.FromDateTime(now))
                is not { } row
            || row.Stamp != named.Stamp
            || row.EndsAt <= now
            || !MayBeHere(row, services.GetRequiredService<AccountsOptions>().Demo)
        )
        {
            context.RejectPrincipal();
            await http.SignOutAsync(SessionCookie.Scheme);
            return;
        }

        if (now - row.SeenAt >= SessionSeen.Step)
        {
            await NoteAsync(services.GetRequiredService<IDbContextFactory<HemvagDbContext>>(), named.SessionId, now);
        }

        Leave(http, named.AccountId, named.SessionId, row);
    }

    private static bool NeedsNoAccount(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<HealthCheckOptions>() is not null;

    // Whatever way in a demo account was given, it is one in a demo alone.
    private static bool MayBeHere(Row row, bool demo) => row.IsDemo ? demo : row.Method != SignInMethod.Demo;

    private static (Guid AccountId, Guid SessionId, string Stamp)? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
        && Guid.TryParse(principal.FindFirstValue(SessionCookie.SessionClaim), CultureInfo.InvariantCulture, out var session)
        && principal.FindFirstValue(SessionCookie.StampClaim) is { Length: > 0 } stamp
            ? (id, session, stamp)
            : null;

    private static Task<Row?> FindAsync(HemvagDbContext db, Guid accountId, Guid sessionId, DateOnly today) =>
        (
            from session in db.Set<AccountSession>().AsNoTracking()
            join seen in db.Set<SessionSeen>() on session.Id equals seen.SessionId
            join account in db.Set<Account>() on session.AccountId equals account.Id
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where session.Id == sessionId && session.EndedAt == null && account.Id == accountId && account.ClosedAt == null
            select new Row(
                session.Method,
                session.StartedAt,
                seen.At,
                account.DisplayName,
                account.SecurityStamp,
                account.Language,
                account.SecondFactorKey != null || db.Set<AccountPasskey>().Any(p => p.AccountId == account.Id),
                account.IsDemo,
                organisation.Id,
                organisation.Kind,
                organisation.NameSv,
                organisation.NameEn,
                organisation.Zone,
                db.Set<AccountRole>().Where(r => r.AccountId == account.Id).Select(r => r.Role).ToList(),
                Cover.On(db, today).Where(c => c.ByAccountId == account.Id).Select(c => c.AccountId).ToList()
            )
        ).FirstOrDefaultAsync();

    private static async Task NoteAsync(IDbContextFactory<HemvagDbContext> contexts, Guid sessionId, DateTime now)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Set<SessionSeen>().FirstOrDefaultAsync(s => s.SessionId == sessionId) is { } seen)
        {
            seen.At = now;
            await db.SaveChangesAsync();
        }
    }

    private static void Leave(HttpContext http, Guid id, Guid sessionId, Row row)
    {
        var language = http.Request.Cookies.ContainsKey(LanguageCookie.Name) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : row.Language;
        var name = language == "en" ? row.NameEn : row.NameSv;
        http.Features.Set(
            new CurrentAccount(id, row.Name, row.OrganisationId, row.Kind, name, row.Zone, row.Roles.ToHashSet()) { CoversFor = row.CoversFor }
        );
        http.Features.Set(new CurrentSession(sessionId, row.Method, row.StartedAt, row.Language, row.HasSecondFactor, row.NeedsSecondFactor));
    }
}
