using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>A case that may be erased under a rule.</summary>
/// <param name="Compartments">Those of the rule that hold something.</param>
internal sealed record DueRow(Guid CaseId, string Number, RetentionRule Rule, DateOnly DueOn, Compartment Compartments);

/// <summary>An erasure on its way, or done.</summary>
/// <param name="HasNews">Something was done in the case since; it will be taken out.</param>
internal sealed record ErasureRow(Erasure Erasure, string Number, string PreparedBy, string? ConfirmedBy, bool HasNews);

/// <summary>What may be erased, what waits, and what was erased: numbers and dates, never content.</summary>
internal sealed class ErasureQueries(HemvagDbContext db, TimeProvider time)
{
    /// <summary>Of each list.</summary>
    private const int Shown = 50;

    /// <summary>The preview: what the rules let go today, rule by rule.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync(CurrentAccount account)
    {
        var rows = new List<DueRow>();
        foreach (var rule in RetentionRule.All)
        {
            rows.AddRange(await DueAsync(RetentionReach.Cases(db, account), rule));
        }

        return rows;
    }

    /// <summary>The same for one case and one rule; null when it may not be erased today.</summary>
    public async Task<DueRow?> DueAsync(CurrentAccount account, Guid caseId, RetentionRule rule) =>
        (await DueAsync(RetentionReach.Cases(db, account).Where(c => c.Id == caseId), rule)).FirstOrDefault();

    /// <summary>Prepared or confirmed, and neither carried out nor taken out.</summary>
    public Task<IReadOnlyList<ErasureRow>> OpenAsync(CurrentAccount account) =>
        RowsAsync(account, db.Set<Erasure>().Where(e => e.ErasedAt == null && e.TakenOutAt == null).OrderBy(e => e.PreparedAt), withNews: true);

    /// <summary>Carried out, newest first.</summary>
    public Task<IReadOnlyList<ErasureRow>> DoneAsync(CurrentAccount account) =>
        RowsAsync(account, db.Set<Erasure>().Where(e => e.ErasedAt != null).OrderByDescending(e => e.ErasedAt), withNews: false);

    private async Task<IReadOnlyList<DueRow>> DueAsync(IQueryable<Case> cases, RetentionRule rule)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var latest = today.AddMonths(-rule.Months).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var grounds = rule.ClosedAs.Select(g => (ClosingGround?)g).ToList();
        var compartments = rule.Compartments.ToList();
        var found = await cases
            .AsNoTracking()
            .Where(c => c.ClosedAt != null && c.ClosedAt < latest && grounds.Contains(c.ClosingGround))
            .Where(c => db.Set<CaseKey>().Any(k => k.CaseId == c.Id && compartments.Contains(k.Compartment)))
            .Where(c => !db.Set<Erasure>().Any(e => e.CaseId == c.Id && e.Category == rule.Id && e.ErasedAt == null && e.TakenOutAt == null))
            .OrderBy(c => c.ClosedAt)
            .Take(Shown)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.ClosedAt,
            })
            .ToListAsync();
        var ids = found.Select(c => c.Id).ToList();
        var keys = (
            await db.Set<CaseKey>()
                .Where(k => ids.Contains(k.CaseId) && compartments.Contains(k.Compartment))
                .Select(k => new { k.CaseId, k.Compartment })
                .ToListAsync()
        ).ToLookup(k => k.CaseId, k => k.Compartment);
        var notes = await SomethingNew.LastNotesAsync(db, ids);
        return
        [
            .. found
                .Select(c =>
                {
                    var closed = c.ClosedAt!.Value;
                    var last = notes.GetValueOrDefault(Streams.Case(c.Id), closed);
                    var due = rule.DueOn(DateOnly.FromDateTime(closed), DateOnly.FromDateTime(last > closed ? last : closed));
                    return new DueRow(c.Id, c.Number, rule, due, keys[c.Id].Aggregate(Compartment.None, (all, k) => all | k));
                })
                .Where(r => r.DueOn <= today),
        ];
    }

    private async Task<IReadOnlyList<ErasureRow>> RowsAsync(CurrentAccount account, IQueryable<Erasure> erasures, bool withNews)
    {
        var rows = await (
            from erasure in erasures.AsNoTracking()
            join @case in RetentionReach.Cases(db, account) on erasure.CaseId equals @case.Id
            select new
            {
                Erasure = erasure,
                @case.Number,
                Prepared = db.Set<Account>().Where(a => a.Id == erasure.PreparedBy).Select(a => a.DisplayName).FirstOrDefault(),
                Confirmed = db.Set<Account>().Where(a => a.Id == erasure.ConfirmedBy).Select(a => a.DisplayName).FirstOrDefault(),
            }
        )
            .Take(Shown)
            .ToListAsync();
        var list = new List<ErasureRow>();
        foreach (var row in rows)
        {
            var news = withNews && await SomethingNew.IsThereAsync(db, row.Erasure);
            list.Add(new ErasureRow(row.Erasure, row.Number, row.Prepared ?? "", row.Confirmed, news));
        }

        return list;
    }
}
