using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>
/// Silence on the way goes at once to the one on duty, and from there to the caseworker, the local office and the coordinator, a quarter of
/// an hour between each (not from the seeds). Those asked before keep it too.
/// </summary>
internal static class SilenceClimb
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public const string Page = CaseLinks.Travel + "/today";

    /// <summary>What should have been told by now has not been told.</summary>
    public static bool IsSilent(Leg leg, LegMoment moment) =>
        moment switch
        {
            LegMoment.Departure => leg.State == LegState.Planned,
            LegMoment.Arrival => leg.IsAhead,
            _ => leg.State == LegState.Arrived,
        };

    public static async Task RaiseOrClimbAsync(CaseWork work, Leg leg, LegMoment moment)
    {
        var alarm = await work.Db.Set<SilenceAlarm>().FirstOrDefaultAsync(a => a.LegId == leg.Id && a.EndedAt == null);
        if (alarm is null)
        {
            alarm = new SilenceAlarm
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                LegId = leg.Id,
                Moment = moment,
                RaisedAt = work.Now,
                AskedAt = work.Now,
            };
            work.Db.Add(alarm);
            work.Record(new SilenceRaised(alarm.Id, leg.Id, moment));
        }
        else if (!alarm.IsAtTheTop)
        {
            work.Record(alarm.Climb(work.Now));
        }

        await AskAsync(work, alarm);
    }

    /// <summary>
    /// Somebody has heard of the person: what was asked for is done, and the journey is watched on as it stands now, whatever had been silent.
    /// </summary>
    public static async Task EndAsync(CaseWork work)
    {
        var open = await work.Db.Set<SilenceAlarm>().Where(a => a.CaseId == work.Case.Id && a.EndedAt == null).ToListAsync();
        foreach (var alarm in open.Where(a => a.EndedAt is null))
        {
            work.Record(alarm.End(work.Now, work.Account?.Id));
            await work.DoneAsync(WorkItemKind.NoSignOfLife, alarm.Id);
        }

        await WatchAnew.FollowAsync(work, [.. open.Select(a => a.LegId)]);
    }

    // A step where nobody is to be asked is no pause.
    private static async Task AskAsync(CaseWork work, SilenceAlarm alarm)
    {
        while (!await AskedAsync(work, alarm) && !alarm.IsAtTheTop)
        {
            work.Record(alarm.Climb(work.Now));
        }
    }

    private static async Task<bool> AskedAsync(CaseWork work, SilenceAlarm alarm)
    {
        switch (alarm.Level)
        {
            case SilenceLevel.DutyOfficer:
                if (await DutyOfficer.AtAsync(work) is not { } officer)
                {
                    return false;
                }

                await DutyOfficer.LetInAsync(work, officer);
                await AskAsync(work, alarm, Role.IomCaseworker, IomFinland.Id, officer);
                return true;
            case SilenceLevel.Caseworker:
                await AskAsync(work, alarm, Role.IomCaseworker, IomFinland.Id, null);
                return true;
            case SilenceLevel.LocalOffice:
                if (work.Case.LocalOfficeId is not { } office)
                {
                    return false;
                }

                await AskAsync(work, alarm, TravelOrganisations.RoleAt(office), office, null);
                return true;
            case SilenceLevel.Coordinator:
            default:
                await AskAsync(work, alarm, Role.RegionalCoordinator, work.Case.RegionId, work.Case.HolderId);
                return true;
        }
    }

    private static Task AskAsync(CaseWork work, SilenceAlarm alarm, Role role, Guid organisationId, Guid? accountId) =>
        work.AskAsync(new WorkAsked(WorkItemKind.NoSignOfLife, Urgency.Safety, role, organisationId, accountId, Page, work.Today, alarm.Id));
}
