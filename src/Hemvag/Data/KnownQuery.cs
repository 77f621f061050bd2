using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Data;

/// <summary>
/// A query that is worked out once for each kind of database instead of at every call, for the few that every operation asks: working it out
/// costs as much as asking.
/// </summary>
/// <typeparam name="TQuery">What <see cref="EF"/> makes of it: the context, what is asked, and the rows.</typeparam>
internal sealed class KnownQuery<TQuery>(Func<TQuery> workOut)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery For(HemvagDbContext db) => known.GetValue(db.Model, _ => workOut());
}
