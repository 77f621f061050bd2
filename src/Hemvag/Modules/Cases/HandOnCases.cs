using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Someone who worked on cases has left: each case gets another holder of the same region, and what waited for the one who left
/// waits for the new holder, or for whoever holds the role at the office.
/// </summary>
internal sealed class HandOnCases(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public string Kind => AccountLeft.JobKind;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var left = job.SubjectId;
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == left, stop);
        var roles = account.ClosedAt is null ? await db.Set<AccountRole>().Where(r => r.AccountId == left).Select(r => r.Role).ToListAsync(stop) : [];
        var parts = await db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.AccountId == left && p.Until == null && !roles.Contains(p.Role))
            .OrderBy(p => p.CaseId)
            .Select(p => new { p.CaseId, p.Role })
            .ToListAsync(stop);
        foreach (var part in parts)
        {
            // A job that runs again after a fault no longer finds the cases it has handed on.
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await operations.RunAsSystemAsync(id, part.CaseId, "HandOnCase", work => HandOnAsync(work, left, part.Role));
        }

        return null;
    }

    private static async Task HandOnAsync(CaseWork work, Guid left, Role role)
    {
        var parts = await work
            .Db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == work.Case.Id && p.AccountId == left && p.Role == role && p.Until == null)
            .ToListAsync();
        if (parts.OrderBy(JusticeSight.RestsOnThread).FirstOrDefault() is not { } mine)
        {
            work.Record(new CaseHandedOn(left, null, role));
            return;
        }

        var next = role is Role.RegionalCoordinator or Role.MigrationOfficer ? await NamedPerson.AtAsync(work, mine.OrganisationId, role) : null;
        await work.EndParticipantAsync(mine.OrganisationId, left, role);
        if (role != Role.ReferringProfessional)
        {
            // Colleagues of whoever brought the case have no business in it; those of the region and the offices go on.
            foreach (var purpose in parts.Select(p => p.RestsOn).Distinct())
            {
                await work.AddParticipantAsync(mine.OrganisationId, next, role, purpose);
            }
        }

        if (next is { } holder && work.Case.HolderId == left)
        {
            work.Case.HolderId = holder;
        }

        work.Record(new CaseHandedOn(left, next, role));
        await work.HandOverToColleagueAsync(left, next, role, mine.OrganisationId);
    }
}
