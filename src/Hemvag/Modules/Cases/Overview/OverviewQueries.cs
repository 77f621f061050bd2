using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Overview;

/// <summary>A line of the timeline: what was done, when, by whom. Milestones stand out.</summary>
internal sealed record TimelineLine(DateTime At, string Kind, string ActorName, MilestoneKind? Milestone, DateOnly? OccurredOn);

/// <summary>Someone who works on the case, or who could.</summary>
internal sealed record Seer(Guid OrganisationId, Guid? AccountId, string? Name, Role Role, bool Sees);

internal sealed class OverviewQueries(HemvagDbContext db, GateBoard gates, ProgrammeCatalogue programmes, TimeProvider time)
{
    public const int TimelineLength = 40;

    /// <summary>
    /// What stands before the next milestone, open ones first: its own gates, those of the journey that go on being looked at, and a
    /// decision that the person cannot take part.
    /// </summary>
    public async Task<IReadOnlyList<GateState>> NextGatesAsync(CaseHandle handle)
    {
        if (handle.Case.Next is not { } next)
        {
            return [];
        }

        var table = new MilestoneTable(programmes.Get(handle.Case.ProgrammeId));
        var own = table.Gates(next).Concat(table.StandingGates(next)).ToHashSet();
        var looked = await GatesAsync(handle, next, [.. own, GateKind.Eligible]);
        return [.. looked.Where(g => own.Contains(g.Kind) || g.SaidNo)];
    }

    /// <summary>The gates of a milestone and whatever else is to be looked at, open ones first.</summary>
    public async Task<IReadOnlyList<GateState>> GatesAsync(CaseHandle handle, MilestoneKind milestone, IReadOnlyList<GateKind> more)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var context = new GateContext(db, handle.Case, programmes.Get(handle.Case.ProgrammeId), handle.Case.ReachedSet, today);
        var asked = new MilestoneTable(context.Programme).Gates(milestone).Concat(more);
        return [.. (await gates.CheckAsync(asked, context)).OrderBy(g => g.Met)];
    }

    /// <summary>The newest operations of the case; the milestone is named where one was reached.</summary>
    public async Task<IReadOnlyList<TimelineLine>> TimelineAsync(CaseHandle handle, int skip)
    {
        var stream = Streams.Case(handle.CaseId);
        var rows = await db.Set<Operation>()
            .AsNoTracking()
            .Where(o => o.Stream == stream)
            .OrderByDescending(o => o.Version)
            .Skip(skip)
            .Take(TimelineLength + 1)
            .Select(o => new
            {
                o.At,
                o.Kind,
                o.ActorName,
                Milestone = db.Set<CaseMilestone>()
                    .Where(m => m.CaseId == handle.CaseId && m.RecordedAt == o.At)
                    .OrderByDescending(m => m.Kind)
                    .Select(m => new { m.Kind, m.OccurredOn })
                    .FirstOrDefault(),
            })
            .ToListAsync();
        return [.. rows.Select(r => new TimelineLine(r.At, r.Kind, r.ActorName, r.Milestone?.Kind, r.Milestone?.OccurredOn))];
    }

    /// <summary>Who works on the case, and whether they see it now.</summary>
    public async Task<IReadOnlyList<Seer>> SeersAsync(CaseHandle handle)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var seeing = Seeing.Participants(db, today);
        return await db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId && p.Until == null)
            .OrderBy(p => p.From)
            .Select(p => new Seer(
                p.OrganisationId,
                p.AccountId,
                db.Set<Account>().Where(a => a.Id == p.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                p.Role,
                seeing.Any(s => s.Id == p.Id)
            ))
            .ToListAsync();
    }
}
