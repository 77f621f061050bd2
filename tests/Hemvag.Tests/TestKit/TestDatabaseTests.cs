using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class TestDatabaseTests
{
    [Theory, OnBothDatabases]
    public async Task A_test_gets_a_migrated_database_of_its_own(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);
        await using var db = one.Open();

        one.ConnectionString.ShouldNotBe(other.ConnectionString);
        (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_PostgreSQL_the_application_may_not_create_tables()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? "");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var db = database.Open();

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            db.Database.ExecuteSqlRawAsync("CREATE TABLE mine (id int)", TestContext.Current.CancellationToken)
        );

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
