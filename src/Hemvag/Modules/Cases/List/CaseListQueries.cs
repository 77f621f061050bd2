using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.List;

/// <summary>What a list of cases shows: never a name, never a country.</summary>
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
        var rows = await query
            .OrderBy(c => c.NextDueOn == null)
            .ThenBy(c => c.NextDueOn)
            .ThenBy(c => c.Number)
            .Skip((filter.Page - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(c => new CaseListRow(
                c.Id,
                c.Number,
                c.NeutralName,
                c.ProgrammeId,
                c.Step,
                c.State,
                c.NextDueOn,
                db.Set<Account>().Where(a => a.Id == c.HolderId).Select(a => a.DisplayName).FirstOrDefault()
            ))
            .ToListAsync();
        return ([.. rows.Take(PageSize)], rows.Count > PageSize);
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
