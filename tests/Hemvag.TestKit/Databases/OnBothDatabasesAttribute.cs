using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Hemvag.TestKit.Databases;

/// <summary>
/// <c>[Theory, OnBothDatabases]</c> runs a test once on SQLite and once on PostgreSQL; further arguments follow the kind.
/// Without a PostgreSQL server the second is skipped aloud.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ITheoryDataRow[] rows =
        [
            new TheoryDataRow([DatabaseKind.Sqlite, .. arguments]),
            new TheoryDataRow([DatabaseKind.Postgres, .. arguments]) { Skip = PostgresServer.WhyNot },
        ];
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
