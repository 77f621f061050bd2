using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>Who is on duty now, and how they come to see a case that is a colleague's own.</summary>
internal static class DutyOfficer
{
    /// <returns>Null when nobody is on duty: whoever holds the role is asked.</returns>
    public static Task<Guid?> AtAsync(CaseWork work)
    {
        var now = work.Now;
        return work
            .Db.Set<DutyShift>()
            .Where(s => s.RemovedAt == null && s.From <= now && s.Until > now)
            .Where(s => work.Db.Set<Account>().Any(a => a.Id == s.AccountId && a.ClosedAt == null))
            .Where(s => work.Db.Set<AccountRole>().Any(r => r.AccountId == s.AccountId && r.Role == Role.IomCaseworker))
            // Where hours overlap, whoever came last has taken over.
            .OrderByDescending(s => s.From)
            .ThenByDescending(s => s.Id)
            .Select(s => (Guid?)s.AccountId)
            .FirstOrDefaultAsync();
    }

    /// <summary>Shares the case with the one on duty where it is a colleague's own, on the same consent as the colleague's.</summary>
    public static async Task LetInAsync(CaseWork work, Guid accountId)
    {
        // Not where the consent has been taken back: what is left of the sight of a colleague is not shared.
        var seeing = await work.Seers.ParticipantsAsync();
        var parts = seeing.Where(p => p.OrganisationId == IomFinland.Id && p.Role == Role.IomCaseworker).ToList();
        if (parts.Count == 0 || parts.Any(p => p.AccountId is null || p.AccountId == accountId))
        {
            return;
        }

        await work.AddParticipantAsync(IomFinland.Id, accountId, Role.IomCaseworker, parts[0].RestsOn, sharedBy: parts[0].AccountId);
        work.Record(new CaseShared(accountId, Role.IomCaseworker));
        work.Db.Add(
            new DutySight
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                AccountId = accountId,
                From = work.Now,
            }
        );
    }

    /// <summary>The person has been met: whoever saw the case because of their duty sees it no more.</summary>
    public static async Task EndAsync(CaseWork work)
    {
        var open = await work.Db.Set<DutySight>().Where(s => s.CaseId == work.Case.Id && s.Until == null).ToListAsync();
        foreach (var sight in open)
        {
            sight.Until = work.Now;
            await work.EndSharingAsync(IomFinland.Id, sight.AccountId, Role.IomCaseworker);
            work.Record(new CaseSharingEnded(sight.AccountId, Role.IomCaseworker));
        }
    }
}
