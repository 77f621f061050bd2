using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Data;

/// <summary>
/// A query that is worked out once for each kind of database instead of at every call, for the few that every operation asks: working it out
/// costs as much as asking.
/// </summary>
internal sealed class KnownQuery<TAsked, TRow>(Expression<Func<HemvagDbContext, TAsked, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<HemvagDbContext, TAsked, IAsyncEnumerable<TRow>>> known = [];

    public ValueTask<List<TRow>> ListAsync(HemvagDbContext db, TAsked asked) =>
        known.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, asked).ToListAsync();
}
