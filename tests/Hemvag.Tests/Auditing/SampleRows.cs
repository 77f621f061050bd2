using System.Globalization;
using System.Runtime.CompilerServices;
using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Tests.Auditing;

/// <summary>
/// A row of every chained type that the database does not hold yet, written by a real operation: so that a new entity is under the
/// tamper tests from its first day. Values are of the right type and mean nothing.
/// </summary>
internal static class SampleRows
{
    public sealed record Sampled(Guid Id) : IEvent;

    public static async Task AddMissingAsync(TestInstallation installation, Guid caseId)
    {
        // Made as the program makes it: a user name of sample letters would belong to nobody.
        await installation.AddAccountAsync("sample@example.org", "Asta Lind");
        await using var reading = installation.Database.Open();
        var types = Ordered([.. reading.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType))]);
        foreach (var type in types)
        {
            await using var db = installation.Database.Open();
            if (await Rows.FirstAsync(db, type) is null)
            {
                await AddAsync(installation, db, type, caseId);
            }
        }
    }

    private static async Task AddAsync(TestInstallation installation, HemvagDbContext db, IEntityType type, Guid caseId)
    {
        var row = await MakeAsync(db, type, caseId);
        try
        {
            await installation.Operations.RunAsync(
                TestInstallation.NewId(),
                row.ChainStream,
                "Sample",
                Actor.System("test"),
                work =>
                {
                    work.Db.Add(row);
                    work.Record(new Sampled(row.Id));
                    return Task.CompletedTask;
                }
            );
        }
        catch (Exception error) when (error is DbUpdateException or RefusedException)
        {
            throw new InvalidOperationException($"A sample of {type.ClrType.Name} cannot be saved: {error.InnerException?.Message}", error);
        }
    }

    private static async Task<IChainedRow> MakeAsync(HemvagDbContext db, IEntityType type, Guid caseId)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo?.SetMethod is not null))
        {
            var foreign = property.GetContainingForeignKeys().FirstOrDefault(f => f.PrincipalEntityType != type);
            var value =
                property.Name == "CaseId" ? caseId
                : foreign is not null && await Rows.FirstAsync(db, foreign.PrincipalEntityType) is { } principal
                    ? foreign.PrincipalKey.Properties[foreign.Properties.ToList().IndexOf(property)].GetGetter().GetClrValue(principal)
                : Value(property);
            property.PropertyInfo!.SetValue(row, value);
        }

        return (IChainedRow)row;
    }

    private static object? Value(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            // Silence on a journey is a quarter of an hour at least.
            _ when property.Name == "SilenceMinutes" => 60,
            // What came back is at most what it cost.
            _ when property.Name == "ActualMinor" => 10L,
            // Somebody has said yes, on a day and in a way.
            _ when property.Name == "YesOn" => new DateOnly(2026, 9, 1),
            _ when property.Name == "YesHow" => Enum.GetValues(type).GetValue(0),
            _ when property.IsNullable && type != typeof(string) => null,
            _ when type == typeof(Guid) => TestInstallation.NewId(),
            // The currency is the one text that constraints look at.
            _ when type == typeof(string) => property.Name.EndsWith("Currency", StringComparison.Ordinal) ? "USD" : "x",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            // Sums stay below their ceiling.
            _ when type == typeof(long) => property.Name.StartsWith("Ceiling", StringComparison.Ordinal) || property.Name == "AmountMinor" ? 10L : 1L,
            _ when type == typeof(byte[]) => new byte[] { 1, 2, 3 },
            // Hours end after they begin.
            _ when property.Name == "Until" => new DateTime(2026, 9, 2, 7, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateTime) => new DateTime(2026, 9, 1, 7, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 9, 1),
            // A set of flags is never empty where it stands: rubbish reads as nothing on SQLite, and would be no change.
            { IsEnum: true } => Enum.GetValues(type).GetValue(type.IsDefined(typeof(FlagsAttribute), false) ? 1 : 0),
            _ => throw new NotSupportedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{property.DeclaringType.ClrType.Name}.{property.Name}: a chained row holds no {type.Name}."
                )
            ),
        };
    }

    // A row comes after those it points to.
    private static IReadOnlyList<IEntityType> Ordered(List<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        while (types.Count > 0)
        {
            var next =
                types.FirstOrDefault(t => t.GetForeignKeys().All(f => f.PrincipalEntityType == t || !types.Contains(f.PrincipalEntityType)))
                ?? types[0];
            types.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
