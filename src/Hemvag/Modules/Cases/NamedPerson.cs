using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Whom to turn to by name at an organisation, when something must not wait for whoever happens to look.</summary>
internal static class NamedPerson
{
    /// <summary>
    /// One of those known to answer for it; else who acted last in the case; else who has worked there longest. Where colleagues there have
    /// taken the case on or share it, one of them: the others do not see it.
    /// </summary>
    /// <param name="known">Those who answer for it, the nearest first.</param>
    /// <returns>Null when nobody there holds the role any longer.</returns>
    public static async Task<Guid?> AtAsync(CaseWork work, Guid organisationId, Role role, params IEnumerable<Guid> known)
    {
        var there = await work
            .Db.Set<Account>()
            .Where(a => a.OrganisationId == organisationId && a.ClosedAt == null)
            .Where(a => work.Db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == role))
            .OrderBy(a => a.CreatedAt)
            .ThenBy(a => a.Id)
            .Select(a => a.Id)
            .ToListAsync();
        var parts = await work.PartsAsync(organisationId, role);
        var working = parts
            .Where(p => p.AccountId is { } one && there.Contains(one))
            .OrderBy(p => p.SharedBy is not null)
            .Select(p => p.AccountId!.Value);
        if (parts.All(p => p.AccountId is not null) && working.ToList() is { Count: > 0 } seeing)
        {
            there = seeing;
        }

        return there.Count == 0 ? null : First(known.Where(there.Contains)) ?? await LastActedAsync(work, there) ?? there[0];
    }

    private static Guid? First(IEnumerable<Guid> accounts) => accounts.Select(a => (Guid?)a).FirstOrDefault();

    private static Task<Guid?> LastActedAsync(CaseWork work, List<Guid> there)
    {
        var stream = Streams.Case(work.Case.Id);
        return work
            .Db.Set<Operation>()
            .Where(o => o.Stream == stream && o.AccountId != null && there.Contains(o.AccountId.Value))
            .OrderByDescending(o => o.Version)
            .Select(o => o.AccountId)
            .FirstOrDefaultAsync();
    }
}
