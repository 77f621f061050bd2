using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.List;

/// <summary>What a list of cases shows: never a name, never a country.</summary>
/// <param name="NextDueOn">The next date the reader may see.</param>
/// <param name="Holder">Null while nobody holds it, and for those abroad, who turn to IOM Finland.</param>
/// <param name="ThreadAlone">Seen by the consent to access to justice alone: step, state and holder are not shown, and of the dates the reader's own.</param>
internal sealed record CaseListRow(
    Guid Id,
    string Number,
    string NeutralName,
    string ProgrammeId,
    int Step,
    CaseState State,
    DateOnly? NextDueOn,
    string? Holder,
    bool ThreadAlone
);

/// <summary>Which cases to list. A filter that is not known shows nothing rather than everything.</summary>
/// <param name="Page">From 1.</param>
internal sealed record CaseListFilter(int? Step, CaseState? State, int Page = 1);

internal sealed class CaseListQueries(HemvagDbContext db, CaseAccess access, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>One page of the cases the account may see, the one with the next date first; and whether there are more.</summary>
    public async Task<(IReadOnlyList<CaseListRow> Rows, bool More)> ListAsync(CurrentAccount account, CaseListFilter filter)
    {
        var query = access.Visible(account).AsNoTracking();
        var alone = Seeing.ThreadAlone(db, account, LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone));
        // Neither filter tells how a case stands that is seen for its thread alone; unfiltered it is always there.
        query = filter.Step is { } step ? query.Where(c => c.Step == step && !alone.Contains(c.Id)) : query;
        query = filter.State is { } state
            ? query.Where(c => c.State == state && !alone.Contains(c.Id))
            : query.Where(c => c.State != CaseState.Closed || alone.Contains(c.Id));
        var named = SeerSight.SeesPartners(account.Roles);
        var rows = await Dated(query, account, alone)
            .OrderBy(x => x.Next == null)
            .ThenBy(x => x.Next)
            .ThenBy(x => x.Case.Number)
            .Skip((filter.Page - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(x => new CaseListRow(
                x.Case.Id,
                x.Case.Number,
                x.Case.NeutralName,
                x.Case.ProgrammeId,
                x.Whole ? x.Case.Step : 0,
                x.Whole ? x.Case.State : CaseState.Open,
                x.Next,
                db.Set<Account>().Where(a => named && x.Whole && a.Id == x.Case.HolderId).Select(a => a.DisplayName).FirstOrDefault(),
                !x.Whole
            ))
            .ToListAsync();
        return ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    private sealed class DatedCase
    {
        public required Case Case { get; init; }

        public required DateOnly? Next { get; init; }

        public required bool Whole { get; init; }
    }

    // Also the order of the list would tell of a day that may not be seen.
    private IQueryable<DatedCase> Dated(IQueryable<Case> cases, CurrentAccount account, IQueryable<Guid> alone)
    {
        var own = WorkSight.Own(db, account);
        var seesJourneys = WorkSight.SeesJourneys(account.Roles);
        return cases.Select(c => new DatedCase
        {
            Case = c,
            Next = seesJourneys && !alone.Contains(c.Id) ? c.NextDueOn : own.Where(w => w.CaseId == c.Id).Min(w => w.DueOn),
            Whole = !alone.Contains(c.Id),
        });
    }

    /// <summary>A case by its number or neutral name, among those the account may see.</summary>
    public async Task<Guid?> FindAsync(CurrentAccount account, string typed)
    {
        var wanted = typed.Trim();
        return await access
            .Visible(account)
            .Where(c => c.Number == wanted || c.NeutralName == wanted || c.Number.EndsWith(" " + wanted))
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync();
    }
}
