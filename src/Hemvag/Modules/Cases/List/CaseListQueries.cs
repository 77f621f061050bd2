using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.List;

/// <summary>What a list of cases shows: never a name, never a country.</summary>
/// <param name="NextDueOn">The next date the reader may see.</param>
/// <param name="Holder">Null while nobody holds it, and for those abroad, who turn to IOM Finland.</param>
internal sealed record CaseListRow(
    Guid Id,
    string Number,
    string NeutralName,
    string ProgrammeId,
    int Step,
    CaseState State,
    DateOnly? NextDueOn,
    string? Holder
);

/// <summary>Which cases to list. A filter that is not known shows nothing rather than everything.</summary>
/// <param name="Page">From 1.</param>
internal sealed record CaseListFilter(int? Step, CaseState? State, int Page = 1);

internal sealed class CaseListQueries(HemvagDbContext db, CaseAccess access)
{
    public const int PageSize = 20;

    /// <summary>One page of the cases the account may see, the one with the next date first; and whether there are more.</summary>
    public async Task<(IReadOnlyList<CaseListRow> Rows, bool More)> ListAsync(CurrentAccount account, CaseListFilter filter)
    {
        var query = access.Visible(account).AsNoTracking();
        query = filter.Step is { } step ? query.Where(c => c.Step == step) : query;
        query = filter.State is { } state ? query.Where(c => c.State == state) : query.Where(c => c.State != CaseState.Closed);
        var named = SeerSight.SeesPartners(account.Roles);
        var rows = await Dated(query, account)
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
                x.Case.Step,
                x.Case.State,
                x.Next,
                db.Set<Account>().Where(a => named && a.Id == x.Case.HolderId).Select(a => a.DisplayName).FirstOrDefault()
            ))
            .ToListAsync();
        return ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    private sealed class DatedCase
    {
        public required Case Case { get; init; }

        public required DateOnly? Next { get; init; }
    }

    // Also the order of the list would tell of a day that may not be seen.
    private IQueryable<DatedCase> Dated(IQueryable<Case> cases, CurrentAccount account)
    {
        if (WorkSight.SeesJourneys(account.Roles))
        {
            return cases.Select(c => new DatedCase { Case = c, Next = c.NextDueOn });
        }

        var own = WorkSight.Own(db, account);
        return cases.Select(c => new DatedCase { Case = c, Next = own.Where(w => w.CaseId == c.Id).Min(w => w.DueOn) });
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
