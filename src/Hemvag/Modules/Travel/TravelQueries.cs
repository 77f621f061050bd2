using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel;

/// <summary>What the pages of the journey show of what is not sealed.</summary>
/// <param name="Journey">Null while no journey is planned.</param>
/// <param name="Will">Newest last.</param>
/// <param name="Milestones">Those of the journey that have been reached.</param>
internal sealed record TravelView(
    IReadOnlyList<Arrangement> Arrangements,
    Journey? Journey,
    IReadOnlyList<WillAnswer> Will,
    IReadOnlyList<CaseMilestone> Milestones
)
{
    public Arrangement? Of(TravelArrangementKind kind) => Arrangements.FirstOrDefault(a => a.Kind == kind);

    public CaseMilestone? Of(MilestoneKind kind) => Milestones.FirstOrDefault(m => m.Kind == kind);

    public WillAnswer? NewestWill => WillRules.Newest(Will);
}

/// <summary>Reads the journey of a case that access has been checked for.</summary>
internal sealed class TravelQueries(HemvagDbContext db)
{
    private static readonly MilestoneKind[] OfTheJourney =
    [
        MilestoneKind.LocalOfficeContacted,
        MilestoneKind.Booked,
        MilestoneKind.ReadyToTravel,
        MilestoneKind.Departed,
        MilestoneKind.MetOnArrival,
        MilestoneKind.OnwardJourneyDone,
    ];

    /// <summary>Everything in one query: there are a handful of rows of each.</summary>
    public async Task<TravelView> LoadAsync(CaseHandle handle)
    {
        var id = handle.CaseId;
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Arrangements = db.Set<Arrangement>().Where(a => a.CaseId == c.Id).ToList(),
                Journey = db.Set<Journey>().FirstOrDefault(j => j.CaseId == c.Id),
                Will = db.Set<WillAnswer>().Where(w => w.CaseId == c.Id).ToList(),
                Milestones = db.Set<CaseMilestone>().Where(m => m.CaseId == c.Id && OfTheJourney.Contains(m.Kind)).ToList(),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new TravelView(
            found.Arrangements,
            found.Journey,
            [.. found.Will.OrderBy(w => w.AskedOn).ThenBy(w => w.RecordedAt).ThenBy(w => w.Id)],
            found.Milestones
        );
    }

    /// <summary>Versions of what is sealed, so that a form can say which one it shows without opening it.</summary>
    public async Task<int> VersionAsync(CaseHandle handle, string subject) =>
        (await Sealing.CaseVault.VersionsAsync(db, handle.CaseId, subject)).GetValueOrDefault(subject);

    /// <summary>How the gates of an act, or those that a fact is still measured by, stand today.</summary>
    public Task<IReadOnlyList<GateState>> GatesAsync(
        CaseHandle handle,
        GateBoard gates,
        ProgrammeCatalogue programmes,
        MilestoneKind kind,
        DateOnly today
    )
    {
        var programme = programmes.Get(handle.Case.ProgrammeId);
        var table = new MilestoneTable(programme);
        var context = new GateContext(db, handle.Case, programme, handle.Case.ReachedSet, today);
        return gates.CheckAsync(table.Gates(kind).Concat(table.StandingGates(kind)), context);
    }
}
