using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>Hours as they are typed, by the clock of whoever writes.</summary>
internal sealed record DutyWanted(Guid AccountId, DateOnly FromOn, TimeOnly FromAt, DateOnly UntilOn, TimeOnly UntilAt);

/// <summary>A shift with the name of whoever is on duty.</summary>
internal sealed record DutyRow(Guid Id, string Name, DateTime From, DateTime Until);

/// <summary>Who is on duty at IOM Finland which hours.</summary>
internal sealed class DutyRoster(HemvagDbContext db, Operations operations)
{
    /// <exception cref="RefusedException">DutyAccountUnknown, DutyTimesWrong, NoSuchLocalTime.</exception>
    public Task AddAsync(CurrentAccount me, Guid operationId, DutyWanted wanted) =>
        operations.RunAsync(
            operationId,
            Streams.Account(wanted.AccountId),
            "AddDutyShift",
            me.Actor,
            async work =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(me.Zone);
                var from = LocalMoments.Utc(wanted.FromOn, wanted.FromAt, zone, "Input.FromAt");
                var until = LocalMoments.Utc(wanted.UntilOn, wanted.UntilAt, zone, "Input.UntilAt");
                if (until <= from || until <= work.Now || until - from > TimeSpan.FromHours(DutyShift.LongestHours))
                {
                    throw new RefusedException(TravelRefusals.DutyTimesWrong, "Input.UntilOn", DutyShift.LongestHours);
                }

                if (!await Colleagues(work.Db, me.OrganisationId).AnyAsync(a => a.Id == wanted.AccountId))
                {
                    throw new RefusedException(TravelRefusals.DutyAccountUnknown, "Input.AccountId");
                }

                var shift = new DutyShift
                {
                    Id = work.NewId(),
                    AccountId = wanted.AccountId,
                    From = from,
                    Until = until,
                    AddedBy = me.Id,
                };
                work.Db.Add(shift);
                work.Db.Add(DutyBegins.At(from > work.Now ? from : work.Now, shift.Id, "begins"));
                work.Record(new DutyShiftAdded(shift.Id, shift.AccountId, from, until));
            }
        );

    /// <returns>False when there is no such shift of this organisation.</returns>
    /// <exception cref="RefusedException">DutyOver.</exception>
    public async Task<bool> RemoveAsync(CurrentAccount me, Guid operationId, Guid shiftId)
    {
        var colleagues = Colleagues(db, me.OrganisationId).Select(a => a.Id);
        var owner = await db.Set<DutyShift>()
            .Where(s => s.Id == shiftId && colleagues.Contains(s.AccountId))
            .Select(s => (Guid?)s.AccountId)
            .FirstOrDefaultAsync();
        if (owner is not { } account)
        {
            return false;
        }

        await operations.RunAsync(
            operationId,
            Streams.Account(account),
            "RemoveDutyShift",
            me.Actor,
            async work =>
            {
                var shift = await work.Db.Set<DutyShift>().FirstAsync(s => s.Id == shiftId);
                work.Record(shift.Remove(work.Now));
                work.Db.Add(DutyBegins.At(work.Now, shift.Id, "removed"));
            }
        );
        return true;
    }

    /// <summary>What goes on now and lies ahead.</summary>
    public async Task<IReadOnlyList<DutyRow>> AheadAsync(CurrentAccount me, DateTime now) =>
        await db.Set<DutyShift>()
            .AsNoTracking()
            .Where(s => s.RemovedAt == null && s.Until > now)
            .Join(
                db.Set<Account>().Where(a => a.OrganisationId == me.OrganisationId),
                s => s.AccountId,
                a => a.Id,
                (s, a) => new { s, a.DisplayName }
            )
            .OrderBy(x => x.s.From)
            .ThenBy(x => x.s.Id)
            .Select(x => new DutyRow(x.s.Id, x.DisplayName, x.s.From, x.s.Until))
            .ToListAsync();

    /// <summary>Those who can be on duty.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ColleaguesAsync(CurrentAccount me)
    {
        var found = await Colleagues(db, me.OrganisationId).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync();
        return [.. found.Select(a => (a.Id, a.DisplayName))];
    }

    private static IQueryable<Account> Colleagues(HemvagDbContext context, Guid organisationId) =>
        context
            .Set<Account>()
            .Where(a => a.OrganisationId == organisationId && a.ClosedAt == null)
            .Where(a => context.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == Role.IomCaseworker));
}
