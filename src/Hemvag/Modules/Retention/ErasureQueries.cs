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

    /// <summary>The preview: what the rules let go today.</summary>
    public Task<IReadOnlyList<DueRow>> DueAsync(CurrentAccount account) => DueAsync(RetentionReach.Cases(db, account), RetentionRule.All);

    /// <summary>The same for one case and one rule; null when it may not be erased today.</summary>
    public async Task<DueRow?> DueAsync(CurrentAccount account, Guid caseId, RetentionRule rule) =>
        await DueAsync(RetentionReach.Cases(db, account).Where(c => c.Id == caseId), [rule]) is [var due, ..] ? due : null;

    /// <summary>Prepared, confirmed or carried out, and not taken out; what waits first.</summary>
    public async Task<IReadOnlyList<ErasureRow>> ListAsync(CurrentAccount account)
    {
        var rows = await (
            from erasure in db.Set<Erasure>().AsNoTracking()
            where erasure.TakenOutAt == null
            join @case in RetentionReach.Cases(db, account) on erasure.CaseId equals @case.Id
            orderby erasure.ErasedAt != null, erasure.ErasedAt descending, erasure.PreparedAt
            select new
            {
                Erasure = erasure,
                @case.Number,
                Prepared = db.Set<Account>().Where(a => a.Id == erasure.PreparedBy).Select(a => a.DisplayName).FirstOrDefault(),
                Confirmed = db.Set<Account>().Where(a => a.Id == erasure.ConfirmedBy).Select(a => a.DisplayName).FirstOrDefault(),
            }
        )
            .Take(2 * Shown)
            .ToListAsync();
        var open = rows.Select(r => r.Erasure).Where(e => e.IsOpen).ToList();
        var news = await SomethingNew.NewestAsync(db, open.Where(e => e.Category != RetentionRule.AskedByPerson).Select(e => e.CaseId));
        var held = open.Where(e => news.GetValueOrDefault(Streams.Case(e.CaseId)) > e.CaseVersion).Select(e => e.Id).ToHashSet();
        foreach (var asked in open.Where(e => e.Category == RetentionRule.AskedByPerson))
        {
            if (await SomethingNew.IsThereAsync(db, asked))
            {
                held.Add(asked.Id);
            }
            else
            {
                held.Remove(asked.Id);
            }
        }

        return [.. rows.Select(r => new ErasureRow(r.Erasure, r.Number, r.Prepared ?? "", r.Confirmed, held.Contains(r.Erasure.Id)))];
    }

    private async Task<IReadOnlyList<DueRow>> DueAsync(IQueryable<Case> cases, IReadOnlyList<RetentionRule> rules)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var found = await rules.Select(r => Closed(cases, r, today)).Aggregate((all, more) => all.Concat(more)).ToListAsync();
        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.Select(c => c.CaseId).Distinct().ToList();
        var keys = (await db.Set<CaseKey>().Where(k => ids.Contains(k.CaseId)).Select(k => new { k.CaseId, k.Compartment }).ToListAsync()).ToLookup(
            k => k.CaseId,
            k => k.Compartment
        );
        var notes = await SomethingNew.LastNotesAsync(db, ids);
        return
        [
            .. found
                .Select(c =>
                {
                    var rule = rules.First(r => r.Id == c.Rule);
                    var last = notes.GetValueOrDefault(Streams.Case(c.CaseId), c.ClosedAt);
                    var due = rule.DueOn(DateOnly.FromDateTime(c.ClosedAt), DateOnly.FromDateTime(last > c.ClosedAt ? last : c.ClosedAt));
                    var held = keys[c.CaseId].Where(rule.Compartments.Contains).Aggregate(Compartment.None, (all, k) => all | k);
                    return new DueRow(c.CaseId, c.Number, rule, due, held);
                })
                .Where(r => r.DueOn <= today),
        ];
    }

    // Closed long enough ago, with no thread of access to justice open, something left to erase and nothing prepared; the day itself is
    // counted afterwards.
    private IQueryable<ClosedCase> Closed(IQueryable<Case> cases, RetentionRule rule, DateOnly today)
    {
        var latest = today.AddMonths(-rule.Months).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var grounds = rule.ClosedAs.Select(g => (ClosingGround?)g).ToList();
        var compartments = rule.Compartments.ToList();
        var id = rule.Id;
        return cases
            .AsNoTracking()
            .Where(c => c.ClosedAt != null && c.ClosedAt < latest && c.JusticeOpenSince == null && grounds.Contains(c.ClosingGround))
            .Where(c => db.Set<CaseKey>().Any(k => k.CaseId == c.Id && compartments.Contains(k.Compartment)))
            .Where(c => !db.Set<Erasure>().Any(e => e.CaseId == c.Id && e.Category == id && e.ErasedAt == null && e.TakenOutAt == null))
            .OrderBy(c => c.ClosedAt)
            .Take(Shown)
            .Select(c => new ClosedCase
            {
                CaseId = c.Id,
                Number = c.Number,
                ClosedAt = c.ClosedAt!.Value,
                Rule = id,
            });
    }

    private sealed class ClosedCase
    {
        public required Guid CaseId { get; init; }

        public required string Number { get; init; }

        public required DateTime ClosedAt { get; init; }

        public required string Rule { get; init; }
    }
}
