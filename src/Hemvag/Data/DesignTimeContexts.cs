using Hemvag.Data.Postgres;
using Hemvag.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Hemvag.Data;

#if DEBUG
/// <summary>For the migration tool alone, which wants a context without starting the application.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteHemvagDbContext>
{
    public SqliteHemvagDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHemvagDbContext>().UseSqlite("Data Source=design-time").Options);
}

/// <summary>For the migration tool alone, which wants a context without starting the application.</summary>
internal sealed class PostgresDesignTimeContext : IDesignTimeDbContextFactory<PostgresHemvagDbContext>
{
    public PostgresHemvagDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHemvagDbContext>().UseNpgsql("Host=design-time").Options);
}
#endif
