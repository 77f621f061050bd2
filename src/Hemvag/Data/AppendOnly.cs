using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Data;

/// <summary>
/// Tables that only grow. On SQLite triggers refuse update and delete; on PostgreSQL the application's account has no such right.
/// The mark is read after every migration, since a table rebuild drops triggers silently.
/// </summary>
internal static class AppendOnly
{
    private const string Mark = "Hemvag:AppendOnly";

    public static EntityTypeBuilder<T> OnlyGrows<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Metadata.SetAnnotation(Mark, true);
        return entity;
    }

    public static bool IsAppendOnly(this IReadOnlyEntityType entity) => entity.FindAnnotation(Mark) is not null;

    public static IReadOnlyList<string> AppendOnlyTables(this HemvagDbContext db) =>
        [.. db.DesignModel().GetEntityTypes().Where(e => e.IsAppendOnly()).Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
}
