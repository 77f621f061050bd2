using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Trail.Reading;

/// <summary>What the trail is narrowed to; null is everything.</summary>
/// <param name="Day">From midnight to midnight in the reader's zone.</param>
internal sealed record TrailFilter(TrailArea? Area, string? Kind, Guid? CaseId, (DateTime From, DateTime Until)? Day, int Page);

/// <summary>Operations and openings as those who oversee read them: who, what, when and the number of the case, as far as the reader's <see cref="TrailReach"/> goes. Never content.</summary>
internal sealed class TrailQueries(HemvagDbContext db, TrailReach reach, OrganisationQueries organisations, TimeProvider time)
{
    public const int PageSize = 50;

    private const int OpeningsShown = 200;

    private static readonly TimeSpan Recently = TimeSpan.FromDays(30);

    /// <summary>Newest first, one more than a page when there are more.</summary>
    public async Task<IReadOnlyList<TrailRow>> ListAsync(CurrentAccount reader, TrailFilter filter)
    {
        var rows = await Filtered(await reach.OperationsAsync(reader), filter)
            .OrderByDescending(o => o.At)
            .ThenByDescending(o => o.Id)
            .Skip((filter.Page - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(o => new
            {
                o.Stream,
                o.Version,
                o.Kind,
                o.At,
                Actor = o.AccountId == null ? null : o.ActorName,
            })
            .ToListAsync();
        var numbers = await NumbersAsync(rows.Select(r => TrailStreams.CaseOf(r.Stream)));
        return
        [
            .. rows.Select(r =>
            {
                var id = TrailStreams.CaseOf(r.Stream);
                var number = id is { } known ? numbers.GetValueOrDefault(known) : null;
                return new TrailRow(r.At, r.Actor, r.Kind, TrailStreams.AreaOf(r.Stream), r.Version, id, number);
            }),
        ];
    }

    /// <returns>Null when no case in reach has that number.</returns>
    public Task<Guid?> FindCaseAsync(CurrentAccount reader, string number) =>
        reach
            .Cases(reader)
            .Where(c => c.Number == number)
            .Select(c => (Guid?)c.Id)
            .Concat(reach.Consultations(reader).Where(c => c.Number == number).Select(c => (Guid?)c.Id))
            .Concat(reach.Imports(reader).Where(i => i.Number == number).Select(i => (Guid?)i.Id))
            .FirstOrDefaultAsync();

    /// <returns>Null for an unknown case.</returns>
    public Task<string?> NumberOfAsync(CurrentAccount reader, Guid caseId) =>
        reach
            .Cases(reader)
            .Where(c => c.Id == caseId)
            .Select(c => c.Number)
            .Concat(reach.Consultations(reader).Where(c => c.Id == caseId).Select(c => c.Number))
            .Concat(reach.Imports(reader).Where(i => i.Id == caseId).Select(i => i.Number))
            .FirstOrDefaultAsync();

    /// <summary>Who has opened sealed data in the last thirty days, the most first.</summary>
    public async Task<IReadOnlyList<OpenerRow>> OpenersAsync(CurrentAccount reader)
    {
        var since = time.GetUtcNow().UtcDateTime - Recently;
        var rows = await reach
            .Openings(reader)
            .Where(o => o.OpenedAt >= since)
            .GroupBy(o => new { o.AccountId, o.AccountName })
            .Select(g => new
            {
                g.Key.AccountId,
                g.Key.AccountName,
                Openings = g.Count(),
                Cases = g.Select(o => o.CaseId).Distinct().Count(),
                Last = g.Max(o => o.OpenedAt),
            })
            .OrderByDescending(r => r.Openings)
            .ToListAsync();
        var ids = rows.Select(r => r.AccountId).ToList();
        var at = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.OrganisationId);
        var names = (await organisations.OfAsync()).ToDictionary(o => o.Id, o => o.Name);
        return
        [
            .. rows.Select(r => new OpenerRow(
                r.AccountId,
                r.AccountName,
                names.GetValueOrDefault(at.GetValueOrDefault(r.AccountId), ""),
                r.Openings,
                r.Cases,
                r.Last
            )),
        ];
    }

    /// <summary>One account's openings, newest first.</summary>
    public async Task<IReadOnlyList<AccountOpeningRow>> OpeningsOfAsync(CurrentAccount reader, Guid accountId) =>
        await reach
            .Openings(reader)
            .Where(o => o.AccountId == accountId)
            .OrderByDescending(o => o.OpenedAt)
            .Take(OpeningsShown)
            .Join(
                AllNumbers(),
                o => o.CaseId,
                c => c.Id,
                (o, c) => new AccountOpeningRow(o.AccountName, c.Number, o.Compartments, o.Purpose, o.OpenedAt)
            )
            .ToListAsync();

    private static IQueryable<Operation> Filtered(IQueryable<Operation> query, TrailFilter filter)
    {
        if (filter.CaseId is { } id)
        {
            string[] streams = [Streams.Case(id), Streams.Openings(id)];
            query = query.Where(o => streams.Contains(o.Stream));
        }

        if (filter.Area is { } area)
        {
            var prefix = TrailStreams.Prefix(area);
            query = query.Where(o => o.Stream.StartsWith(prefix));
        }

        if (filter.Kind is { } kind)
        {
            query = query.Where(o => o.Kind == kind);
        }

        if (filter.Day is var (from, until))
        {
            query = query.Where(o => o.At >= from && o.At < until);
        }

        return query;
    }

    // Cases, questions without a case, imports of decisions: each owns a stream and has a number.
    private IQueryable<Numbered> AllNumbers() =>
        db.Set<Case>()
            .Select(c => new Numbered { Id = c.Id, Number = c.Number })
            .Concat(db.Set<Consultation>().Select(c => new Numbered { Id = c.Id, Number = c.Number }))
            .Concat(db.Set<CashImport>().Select(i => new Numbered { Id = i.Id, Number = i.Number }));

    private sealed class Numbered
    {
        public Guid Id { get; init; }

        public string Number { get; init; } = "";
    }

    private async Task<Dictionary<Guid, string>> NumbersAsync(IEnumerable<Guid?> ids)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return wanted.Count == 0 ? [] : await AllNumbers().Where(n => wanted.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Number);
    }
}

/// <param name="Actor">Null when the system acted.</param>
/// <param name="Version">The operation's place in its stream.</param>
/// <param name="Number">The case's; null outside cases.</param>
internal sealed record TrailRow(DateTime At, string? Actor, string Kind, TrailArea Area, long Version, Guid? CaseId, string? Number);

internal sealed record OpenerRow(Guid AccountId, string Name, string Organisation, int Openings, int Cases, DateTime Last);

internal sealed record AccountOpeningRow(string AccountName, string Number, Compartment Compartments, string Purpose, DateTime At);
