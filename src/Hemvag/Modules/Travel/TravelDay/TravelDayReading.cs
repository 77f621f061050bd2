using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>The day of travel of a case, without what is sealed.</summary>
/// <param name="Legs">Those that hold, in their order.</param>
/// <param name="Alarms">Open ones.</param>
/// <param name="Stop">What a stop on the way asks of whom, done or not; the newest of each.</param>
/// <param name="HasSafePlace">Somebody has written where the person is safe.</param>
/// <param name="Told">Null while nothing has been told.</param>
internal sealed record TravelDayView(
    IReadOnlyList<Leg> Legs,
    IReadOnlyList<SilenceAlarm> Alarms,
    IReadOnlyList<WorkItem> Stop,
    bool HasSafePlace,
    ToldLast? Told
)
{
    public Leg? Next => Legs.FirstOrDefault(l => l.IsAhead);
}

/// <summary>A case on the way, as it stands on the list of whoever is on duty: never a name, a country or a time.</summary>
/// <param name="Next">The leg that is not over; null where the last has arrived and nobody has met the person yet, or none is planned.</param>
internal sealed record OnTheWayRow(Guid CaseId, string Number, string NeutralName, bool IsHeld, Leg? Next, bool IsSilent);

/// <summary>Reads the day of travel.</summary>
internal sealed class TravelDayReading(HemvagDbContext db, CaseVault vault, LegReading plans, CaseAccess access)
{
    private static readonly WorkItemKind[] OfTheStop =
    [
        WorkItemKind.StoppedOnTheWay,
        WorkItemKind.ReachThePerson,
        WorkItemKind.HoldBookings,
        WorkItemKind.HoldAtOffice,
        WorkItemKind.PlanWayBack,
    ];

    /// <summary>Of a case that access has been checked for.</summary>
    public async Task<TravelDayView> LoadAsync(Guid caseId)
    {
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                Legs = db.Set<Leg>().Where(l => l.CaseId == c.Id && l.State != LegState.Superseded).ToList(),
                Alarms = db.Set<SilenceAlarm>().Where(a => a.CaseId == c.Id && a.EndedAt == null).ToList(),
                Items = db.Set<WorkItem>().Where(w => w.CaseId == c.Id && OfTheStop.Contains(w.Kind)).ToList(),
                Told = db.Set<CaseMilestone>().Where(m => m.CaseId == c.Id && NotSo.Milestones.Contains(m.Kind)).ToList(),
                Safe = db.Set<SealedRecord>().Any(r => r.CaseId == c.Id && r.Subject == SafePlaceWords.Subject),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new TravelDayView(
            [.. found.Legs.OrderBy(l => l.Ordinal).ThenBy(l => l.Id)],
            [.. found.Alarms.OrderBy(a => a.RaisedAt)],
            [
                .. found
                    .Items.GroupBy(w => w.Kind)
                    .Select(g => g.OrderBy(w => w.DoneAt is not null).ThenByDescending(w => w.CreatedAt).First())
                    .OrderBy(w => w.Kind),
            ],
            found.Safe,
            ToldLast.Of(found.Legs, found.Told)
        );
    }

    /// <summary>
    /// The plans of the legs by subject, and where the person is safe. Whoever waits in the country of return reads how the person arrives and
    /// not where they are (<see cref="ArrivalSight"/>).
    /// </summary>
    public async Task<(IReadOnlyDictionary<string, LegPlan> Plans, SafePlaceWords? Safe)> WordsAsync(
        CaseHandle handle,
        OpenedCompartment opened,
        IReadOnlyList<Leg> legs
    )
    {
        if (ArrivalSight.Bounds(handle))
        {
            return (await plans.PlansAsync(handle, opened, legs), null);
        }

        var (words, safe) = await vault.ReadBothAsync<LegPlan, SafePlaceWords>(
            db,
            opened,
            Compartment.Travel,
            LegPlan.SubjectPrefix,
            SafePlaceWords.Subject
        );
        return (words.ToDictionary(p => p.Subject, p => p.Value, StringComparer.Ordinal), safe.Count == 0 ? null : safe[0].Value);
    }

    /// <summary>The cases the account sees whose person is ready to travel or on the way, or silent: the silent first.</summary>
    public async Task<IReadOnlyList<OnTheWayRow>> OnTheWayAsync(CurrentAccount account)
    {
        var (ready, departed, met) = ($"{MilestoneKind.Booked}", $"{MilestoneKind.Departed}", $"{MilestoneKind.MetOnArrival}");
        var rows = await access
            .Visible(account)
            .AsNoTracking()
            .Where(c => c.ClosedAt == null && !c.Reached.Contains(met))
            .Where(c =>
                c.Reached.Contains(departed)
                || db.Set<SilenceAlarm>().Any(a => a.CaseId == c.Id && a.EndedAt == null)
                || (
                    c.Reached.Contains(ready)
                    && db.Set<Leg>().Any(l => l.CaseId == c.Id && (l.State == LegState.Planned || l.State == LegState.UnderWay))
                )
            )
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.NeutralName,
                Held = c.HeldAt != null,
                Next = db.Set<Leg>()
                    .Where(l => l.CaseId == c.Id && (l.State == LegState.Planned || l.State == LegState.UnderWay))
                    .OrderBy(l => l.Ordinal)
                    .FirstOrDefault(),
                Silent = db.Set<SilenceAlarm>().Any(a => a.CaseId == c.Id && a.EndedAt == null),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(r => new OnTheWayRow(r.Id, r.Number, r.NeutralName, r.Held, r.Next, r.Silent))
                .OrderByDescending(r => r.IsSilent)
                .ThenByDescending(r => r.Next is not { State: LegState.Planned })
                .ThenBy(r => r.Number, StringComparer.Ordinal),
        ];
    }
}
