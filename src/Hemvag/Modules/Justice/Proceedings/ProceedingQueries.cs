using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>What the pages of the thread show in clear. Never another case's proceeding.</summary>
internal sealed class ProceedingQueries(HemvagDbContext db)
{
    public async Task<JusticeView> OverviewAsync(CaseHandle handle, DateOnly today)
    {
        var id = handle.CaseId;
        var proceedings = await db.Set<Proceeding>().AsNoTracking().Where(p => p.CaseId == id).OrderBy(p => p.Number).ToListAsync();
        return new JusticeView(proceedings, await JusticeConsent.IsLiveAsync(db, id, today));
    }

    /// <returns>Null when the case has no such proceeding.</returns>
    public async Task<ProceedingView?> FindAsync(CaseHandle handle, Guid proceedingId)
    {
        var found = await db.Set<Proceeding>()
            .AsNoTracking()
            .Where(p => p.Id == proceedingId && p.CaseId == handle.CaseId)
            .Select(p => new { Proceeding = p, Days = db.Set<ProceedingDay>().Where(d => d.ProceedingId == p.Id).ToList() })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null ? null : new ProceedingView(found.Proceeding, [.. found.Days.OrderBy(d => d.RemindOn).ThenBy(d => d.Id)]);
    }

    /// <returns>Null when the case has no such proceeding.</returns>
    public async Task<ToldView?> ToldAsync(CaseHandle handle, Guid proceedingId)
    {
        var found = await db.Set<Proceeding>()
            .AsNoTracking()
            .Where(p => p.Id == proceedingId && p.CaseId == handle.CaseId)
            .Select(p => new
            {
                Proceeding = p,
                Told = db.Set<ToldDevelopment>()
                    .Where(t => t.ProceedingId == p.Id)
                    .Select(t => new ToldRow(t, db.Set<Account>().Where(a => a.Id == t.RecordedBy).Select(a => a.DisplayName).FirstOrDefault() ?? ""))
                    .ToList(),
                Next = db.Set<WorkItem>()
                    .Where(w => w.CaseId == p.CaseId && w.SubjectId == p.Id && w.Kind == WorkItemKind.TellDevelopment && w.DoneAt == null)
                    .Min(w => w.DueOn),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new ToldView(found.Proceeding, [.. found.Told.OrderByDescending(t => t.Told.ToldOn).ThenByDescending(t => t.Told.Id)], found.Next);
    }

    /// <returns>Null when the case has no such proceeding, or it is not in Sweden.</returns>
    public async Task<TrialView?> TrialAsync(CaseHandle handle, Guid proceedingId)
    {
        var found = await db.Set<Proceeding>()
            .AsNoTracking()
            .Where(p => p.Id == proceedingId && p.CaseId == handle.CaseId && p.Side == ProceedingSide.Sweden)
            .Select(p => new
            {
                Proceeding = p,
                Part = db.Set<TrialPart>().FirstOrDefault(t => t.ProceedingId == p.Id),
                Costs = db.Set<TrialCost>().Where(c => c.ProceedingId == p.Id && c.RemovedAt == null).ToList(),
                Journeys = db.Set<JourneyHelp>().Where(j => j.ProceedingId == p.Id).ToList(),
                Version = db.Set<SealedRecord>()
                    .Where(r => r.CaseId == p.CaseId && r.Subject == TrialPart.SubjectOf(proceedingId))
                    .Max(r => (int?)r.Version),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new TrialView(
                found.Proceeding,
                found.Part,
                found.Version ?? 0,
                [.. found.Costs.OrderBy(c => c.Id)],
                [.. found.Journeys.OrderBy(j => j.TravelsOn).ThenBy(j => j.Id)]
            );
    }

    /// <returns>Null when the case has no such journey.</returns>
    public Task<JourneyHelp?> JourneyAsync(CaseHandle handle, Guid journeyId) =>
        db.Set<JourneyHelp>().AsNoTracking().FirstOrDefaultAsync(j => j.Id == journeyId && j.CaseId == handle.CaseId);
}

/// <param name="SaidYes">A live consent to access to justice.</param>
internal sealed record JusticeView(IReadOnlyList<Proceeding> Proceedings, bool SaidYes)
{
    public int StillOpen => Proceedings.Count(p => p.Stage != ProceedingStage.Ended);
}

internal sealed record ProceedingView(Proceeding Proceeding, IReadOnlyList<ProceedingDay> Days);

internal sealed record ToldRow(ToldDevelopment Told, string RecordedBy);

/// <param name="Next">The day somebody is to tell the person next; null when none is planned.</param>
internal sealed record ToldView(Proceeding Proceeding, IReadOnlyList<ToldRow> Told, DateOnly? Next);

/// <param name="Version">Of what is sealed about taking part; 0 before anything is.</param>
internal sealed record TrialView(
    Proceeding Proceeding,
    TrialPart? Part,
    int Version,
    IReadOnlyList<TrialCost> Costs,
    IReadOnlyList<JourneyHelp> Journeys
);
