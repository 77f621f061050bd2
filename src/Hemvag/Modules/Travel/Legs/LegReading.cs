using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>The legs of a case, without what is sealed.</summary>
/// <param name="All">The superseded too; by ordinal, then by when they were planned.</param>
/// <param name="HasJourney">A journey is planned, so that it can have legs.</param>
/// <param name="ChangeWaitsFor">The organisations that a change on the way waits to be seen by.</param>
internal sealed record LegsView(IReadOnlyList<Leg> All, bool HasJourney, IReadOnlyList<Guid> ChangeWaitsFor)
{
    /// <summary>Which of what holds was planned last: another one, or one less, is another journey.</summary>
    public Guid? Newest => NewestOf(All);

    public IReadOnlyList<Leg> Holding => [.. All.Where(l => l.Holds)];

    public IReadOnlyList<Leg> Superseded => [.. All.Where(l => !l.Holds).OrderByDescending(l => l.SupersededAt)];

    public static Guid? NewestOf(IEnumerable<Leg> legs) => legs.Where(l => l.Holds).OrderBy(l => l.PlannedAt).ThenBy(l => l.Id).LastOrDefault()?.Id;

    public Leg? Find(Guid legId) => All.FirstOrDefault(l => l.Id == legId);
}

/// <summary>Reads the legs of a case that access has been checked for.</summary>
internal sealed class LegReading(HemvagDbContext db, CaseVault vault)
{
    public async Task<LegsView> LoadAsync(Guid caseId)
    {
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                Legs = db.Set<Leg>().Where(l => l.CaseId == c.Id).ToList(),
                HasJourney = db.Set<Journey>().Any(j => j.CaseId == c.Id),
                Waits = db.Set<WorkItem>()
                    .Where(w => w.CaseId == c.Id && w.Kind == WorkItemKind.JourneyChanged && w.DoneAt == null)
                    .Select(w => w.OrganisationId)
                    .ToList(),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new LegsView([.. found.Legs.OrderBy(l => l.Ordinal).ThenBy(l => l.PlannedAt).ThenBy(l => l.Id)], found.HasJourney, found.Waits);
    }

    /// <summary>By the leg's subject, see <see cref="LegPlan.SubjectOf"/>; those the account is told of (<see cref="ArrivalSight"/>).</summary>
    public async Task<IReadOnlyDictionary<string, LegPlan>> PlansAsync(CaseHandle handle, OpenedCompartment opened, IReadOnlyList<Leg> legs)
    {
        if (legs.Count == 0)
        {
            return new Dictionary<string, LegPlan>();
        }

        var plans = (await vault.ReadAllAsync<LegPlan>(db, opened, Compartment.Travel, LegPlan.SubjectPrefix)).ToDictionary(
            p => p.Subject,
            p => p.Value,
            StringComparer.Ordinal
        );
        return ArrivalSight.Bounds(handle) ? ArrivalSight.Of(legs, plans) : plans;
    }

    /// <summary>The leg by which the person arrives, as it is planned now; null where none is, or what was sealed is gone.</summary>
    public async Task<LegPlan?> LastAsync(CaseHandle handle, OpenedCompartment opened)
    {
        var legs = (await LoadAsync(handle.CaseId)).Holding.Where(l => !l.IsWayBack).ToList();
        var plans = await PlansAsync(handle, opened, legs);
        return legs.Count == 0 ? null : plans.GetValueOrDefault(legs[^1].Subject);
    }
}
