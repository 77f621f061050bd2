using System.Globalization;
using System.Security.Claims;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Covers;
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
/// Reads the account of every request anew, by one query: closed, with other rights or another password, it is signed out
/// at this very request.
/// </summary>
internal static class SessionCheck
{
    private sealed record Row(
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
    );

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

        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var session = Read(context.Principal!);
        if (session is null || session.Value.Since + SessionLength.Absolute <= time.GetUtcNow())
        {
            await EndAsync(context);
            return;
        }

        var (id, stamp, since, method) = session.Value;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var row = await FindAsync(http.RequestServices.GetRequiredService<HemvagDbContext>(), id, today);
        var demoAllowed = http.RequestServices.GetRequiredService<AccountsOptions>().Demo;
        if (row is null || row.Stamp != stamp || (method == SignInMethod.Demo && !(row.IsDemo && demoAllowed)))
        {
            await EndAsync(context);
            return;
        }

        Leave(http, id, row, method, since);
    }

    private static bool NeedsNoAccount(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<HealthCheckOptions>() is not null;

    private static (Guid Id, string Stamp, DateTimeOffset Since, SignInMethod Method)? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
        && principal.FindFirstValue(SessionCookie.StampClaim) is { Length: > 0 } stamp
        && long.TryParse(principal.FindFirstValue(SessionCookie.SinceClaim), CultureInfo.InvariantCulture, out var since)
        && Enum.TryParse<SignInMethod>(principal.FindFirstValue(SessionCookie.MethodClaim), out var method)
            ? (id, stamp, DateTimeOffset.FromUnixTimeSeconds(since), method)
            : null;

    private static Task<Row?> FindAsync(HemvagDbContext db, Guid id, DateOnly today) =>
        (
            from account in db.Set<Account>().AsNoTracking()
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where account.Id == id && account.ClosedAt == null
            select new Row(
                account.DisplayName,
                account.SecurityStamp,
                account.Language,
                account.SecondFactorKey != null,
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

    private static void Leave(HttpContext http, Guid id, Row row, SignInMethod method, DateTimeOffset since)
    {
        var language = http.Request.Cookies.ContainsKey(LanguageCookie.Name) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : row.Language;
        var name = language == "en" ? row.NameEn : row.NameSv;
        http.Features.Set(new CurrentAccount(id, row.Name, row.OrganisationId, row.Kind, name, row.Zone, row.Roles.ToHashSet()) { CoversFor = row.CoversFor });
        var needs = row.Roles.Count > 0 && method != SignInMethod.Demo && (!row.HasSecondFactor || method == SignInMethod.PasswordOnly);
        http.Features.Set(new CurrentSession(method, since, row.Language, needs));
    }

    private static async Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionCookie.Scheme);
    }
}
