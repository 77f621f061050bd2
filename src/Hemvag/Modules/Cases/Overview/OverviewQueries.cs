using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Overview;

/// <summary>A line of the timeline: what was done, when, by whom. Milestones stand out.</summary>
/// <param name="ActorName">Null for someone whose name the reader is not shown.</param>
internal sealed record TimelineLine(DateTime At, string Kind, string? ActorName, MilestoneKind? Milestone, DateOnly? OccurredOn);

/// <summary>Someone who works on the case, or who could.</summary>
/// <param name="Compartments">What they may open: what the task needs, as far as consents allow.</param>
internal sealed record Seer(Guid OrganisationId, Guid? AccountId, string? Name, Role Role, bool Sees, Compartment Compartments);

internal sealed class OverviewQueries(
    HemvagDbContext db,
    GateBoard gates,
    ProgrammeCatalogue programmes,
    IEnumerable<Walled> walls,
    TimeProvider time
)
{
    public const int TimelineLength = 40;

    private static readonly MilestoneKind[] OfTheJourney = [.. Enum.GetValues<MilestoneKind>().Where(k => CaseLinks.PageOf(k) == CaseLinks.Travel)];

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

    /// <summary>
    /// The newest operations of the case; the milestone is named where one was reached. Whoever may not see the journey is shown what they did
    /// themselves and the milestones that are not the journey's.
    /// </summary>
    public Task<IReadOnlyList<TimelineLine>> TimelineAsync(CaseHandle handle, int skip) =>
        LinesAsync(handle, shown => shown.OrderByDescending(o => o.Version).Skip(skip).Take(TimelineLength + 1));

    /// <summary>Everything of certain kinds that has happened, oldest first, as far as the reader is shown it.</summary>
    public Task<IReadOnlyList<TimelineLine>> HappenedAsync(CaseHandle handle, IReadOnlySet<string> kinds) =>
        LinesAsync(handle, shown => shown.Where(o => kinds.Contains(o.Kind)).OrderBy(o => o.Version));

    private async Task<IReadOnlyList<TimelineLine>> LinesAsync(CaseHandle handle, Func<IQueryable<Operation>, IQueryable<Operation>> choose)
    {
        var stream = Streams.Case(handle.CaseId);
        var shown = db.Set<Operation>().AsNoTracking().Where(o => o.Stream == stream);
        if (!handle.May(CaseAction.SeeTravel) && !handle.May(CaseAction.SeeCash))
        {
            shown = shown.Where(o =>
                o.AccountId == handle.Account.Id
                || db.Set<CaseMilestone>().Any(m => m.CaseId == handle.CaseId && m.RecordedAt == o.At && !OfTheJourney.Contains(m.Kind))
            );
        }

        var hidden = Walled.HiddenFrom(handle, walls);
        if (hidden.Count > 0)
        {
            shown = shown.Where(o => !hidden.Contains(o.Kind));
        }

        var everyone = SeerSight.SeesPartners(handle.Roles);
        var mine = handle.Account.OrganisationId;
        var rows = await choose(shown)
            .Select(o => new
            {
                o.At,
                o.Kind,
                o.ActorName,
                Named = everyone
                    || o.AccountId == null
                    || db.Set<Account>()
                        .Any(a =>
                            a.Id == o.AccountId
                            && (
                                a.OrganisationId == mine
                                || db.Set<Organisation>().Any(x => x.Id == a.OrganisationId && x.Kind == OrganisationKind.IomFinland)
                            )
                        ),
                Milestone = db.Set<CaseMilestone>()
                    .Where(m => m.CaseId == handle.CaseId && m.RecordedAt == o.At)
                    .OrderByDescending(m => m.Kind)
                    .Select(m => new { m.Kind, m.OccurredOn })
                    .FirstOrDefault(),
            })
            .ToListAsync();
        return [.. rows.Select(r => new TimelineLine(r.At, r.Kind, r.Named ? r.ActorName : null, r.Milestone?.Kind, r.Milestone?.OccurredOn))];
    }

    /// <summary>Who works on the case, as far as the reader is shown, with whether they see it now; and the next date the reader may see.</summary>
    public async Task<(IReadOnlyList<Seer> Seers, DateOnly? NextDueOn)> SeersAsync(CaseHandle handle)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var seeing = Seeing.Participants(db, today);
        var behindTheWall = handle.May(CaseAction.SeeJustice);
        var live = Seeing
            .LiveConsents(db, today)
            .Where(c => c.CaseId == handle.CaseId && (behindTheWall || c.Purpose != ConsentPurpose.AccessToJustice));
        var own = WorkSight.Own(db, handle.Account).Where(w => w.CaseId == handle.CaseId);
        var rows = await db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId && p.Until == null && (behindTheWall || p.RestsOn != ConsentPurpose.AccessToJustice))
            .OrderBy(p => p.From)
            .Select(p => new
            {
                Participant = p,
                Name = db.Set<Account>().Where(a => a.Id == p.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                Sees = seeing.Any(s => s.Id == p.Id),
                // By equal columns alone, which every database joins.
                Consented = db.Set<ConsentRecipient>()
                    .Where(r => r.CaseId == p.CaseId && r.OrganisationId == p.OrganisationId)
                    .Join(live, r => r.ConsentId, c => c.Id, (r, c) => c.Compartments)
                    .ToList(),
                Next = own.Min(w => w.DueOn),
            })
            .AsSingleQuery()
            .ToListAsync();
        var seers = rows.Where(r => SeerSight.Shows(handle, r.Participant.OrganisationId, r.Participant.Role))
            .Select(r => Of(handle, r.Participant, r.Name, r.Sees, r.Consented.Aggregate(Compartment.None, (all, c) => all | c)));
        return ([.. seers], handle.May(CaseAction.SeeTravel) || handle.May(CaseAction.SeeCash) ? handle.Case.NextDueOn : rows[0].Next);
    }

    private static Seer Of(CaseHandle reader, CaseParticipant seer, string? name, bool sees, Compartment consented) =>
        new(
            seer.OrganisationId,
            seer.AccountId,
            SeerSight.Names(reader, seer.OrganisationId, seer.Role) ? name : null,
            seer.Role,
            sees,
            Seeing.CompartmentsOf(seer, seer.AccountId, consented, reader.Case, reader.Programme)
        );
}
