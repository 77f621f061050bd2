using System.Reflection;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Tests.Auditing;

/// <summary>Rows of a type that is known only at run time.</summary>
internal static class Rows
{
    private static readonly MethodInfo Query = typeof(Rows).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Task<object?> FirstAsync(HemvagDbContext db, IEntityType type) =>
        ((IQueryable<object>)Query.MakeGenericMethod(type.ClrType).Invoke(null, [db])!).FirstOrDefaultAsync();

    private static IQueryable<object> Of<T>(HemvagDbContext db)
        where T : class => db.Set<T>().AsNoTracking();
}
