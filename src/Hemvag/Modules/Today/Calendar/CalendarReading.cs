using System.Globalization;
using System.Resources;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>An account whose calendar was asked for by its secret address.</summary>
/// <param name="Language">"sv" or "en": of whoever reads the calendar.</param>
internal sealed record CalendarOwner(Guid FeedId, CurrentAccount Account, string Language);

/// <summary>
/// Reads an account's calendar: the days on which something waits for it, in words that name no case and nobody. A calendar is kept by others
/// than us, so that it says less than a notice does.
/// </summary>
internal sealed class CalendarReading(HemvagDbContext db, WaitingQueries waiting, LinkSecrets secrets, AccountsOptions accounts)
{
    /// <summary>More than this is no calendar.</summary>
    public const int Most = 500;

    private static readonly ResourceManager Texts = new(typeof(TodayTexts));

    /// <returns>Null for every address that shows nothing: unknown, revoked, of a closed account.</returns>
    public async Task<CalendarOwner?> FindAsync(string token)
    {
        var digests = secrets.DigestsOfToken(token);
        var found = await (
            from feed in db.Set<CalendarFeed>().AsNoTracking()
            join account in db.Set<Account>() on feed.AccountId equals account.Id
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where digests.Contains(feed.LinkDigest) && feed.RevokedAt == null && account.ClosedAt == null
            where !account.IsDemo || accounts.Demo
            select new
            {
                FeedId = feed.Id,
                account.Id,
                account.DisplayName,
                account.Language,
                OrganisationId = organisation.Id,
                organisation.Kind,
                organisation.NameSv,
                organisation.Zone,
                Roles = db.Set<AccountRole>().Where(r => r.AccountId == account.Id).Select(r => r.Role).ToList(),
            }
        ).FirstOrDefaultAsync();
        return found is null
            ? null
            : new CalendarOwner(
                found.FeedId,
                new CurrentAccount(found.Id, found.DisplayName, found.OrganisationId, found.Kind, found.NameSv, found.Zone, found.Roles.ToHashSet()),
                found.Language
            );
    }

    /// <summary>What waits for the account and has a day, as it is now.</summary>
    public async Task<string> WriteAsync(CalendarOwner owner)
    {
        var culture = CultureInfo.GetCultureInfo(owner.Language);
        var due = await waiting
            .For(owner.Account)
            .Where(w => w.DueOn != null)
            .OrderBy(w => w.DueOn)
            .ThenBy(w => w.Id)
            .Take(Most)
            .Select(w => new
            {
                w.Id,
                w.Kind,
                w.DueOn,
                w.CreatedAt,
            })
            .ToListAsync();
        var name = Said("Calendar.Name", culture);
        return CalendarText.Write(
            name,
            [.. due.Select(w => new CalendarEvent(w.Id, w.DueOn!.Value, $"{name}: {Said($"WorkItem.{w.Kind}.Short", culture)}", w.CreatedAt))]
        );
    }

    private static string Said(string key, CultureInfo culture) => Texts.GetString(key, culture) ?? "";
}
