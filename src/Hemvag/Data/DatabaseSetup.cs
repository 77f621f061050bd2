using System.Data.Common;
using Hemvag.Data.Postgres;
using Hemvag.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Hemvag.Data;

/// <summary>Chooses the provider and hands out contexts: one per request for reading, a fresh one for each try of a write.</summary>
internal static class DatabaseSetup
{
    public static IServiceCollection AddHemvagData(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSingleton<IDbContextFactory<HemvagDbContext>, ContextFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>A context on the given connection; <c>migrate</c> and tests use it with other accounts.</summary>
    public static HemvagDbContext Open(DatabaseProvider provider, string connectionString, params IInterceptor[] interceptors) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteHemvagDbContext(
                new DbContextOptionsBuilder<SqliteHemvagDbContext>()
                    .UseSqlite(connectionString)
                    .AddInterceptors([new SqlitePragmas(), .. interceptors])
                    .Options
            ),
            DatabaseProvider.Postgres => new PostgresHemvagDbContext(
                new DbContextOptionsBuilder<PostgresHemvagDbContext>().UseNpgsql(connectionString).AddInterceptors(interceptors).Options
            ),
        };

    private const int MostPrepared = 200;

    private sealed class ContextFactory : IDbContextFactory<HemvagDbContext>
    {
        private readonly Func<HemvagDbContext> create;

        public ContextFactory(DatabaseOptions options, IEnumerable<ISaveChangesInterceptor> interceptors)
        {
            var connection = options.ConnectionString;
            if (string.IsNullOrWhiteSpace(connection))
            {
                throw new StartRefusedException("Database:ConnectionString is missing.");
            }

            IInterceptor[] all = [.. interceptors];
            // Options are built once: EF Core keeps one internal service provider per distinct options.
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                var built = new DbContextOptionsBuilder<SqliteHemvagDbContext>()
                    .UseSqlite(connection)
                    .AddInterceptors([new SqlitePragmas(), .. all])
                    .Options;
                create = () => new SqliteHemvagDbContext(built);
            }
            else
            {
                var built = new DbContextOptionsBuilder<PostgresHemvagDbContext>().UseNpgsql(Tuned(connection)).AddInterceptors(all).Options;
                create = () => new PostgresHemvagDbContext(built);
            }
        }

        public HemvagDbContext CreateDbContext() => create();

        // What PostgreSQL has parsed and planned a few times it keeps with the connection: the same few hundred queries come again and again (four
        // hundred operations took 21 seconds without, 12.5 with it). A setting that says otherwise is followed: some poolers cannot keep them.
        private static string Tuned(string connection)
        {
            var settings = PostgresReach.Read(connection, "Database:ConnectionString");
            // PostgreSQL compiles a query that it believes to be dear. Ours are not, and compiling takes it hundreds of times longer than running them.
            // And what it has planned for a table while that was small, it keeps: a row is fetched by its index from the first day on, and no table is
            // read through again and again until PostgreSQL has counted how it has grown.
            settings.Options = $"{settings.Options} -c jit=off -c random_page_cost=1.1".TrimStart();
            // Nothing here leaves a setting or a lock behind with its connection; taking back what no one has set would go before every single query.
            settings.NoResetOnClose = true;
            if (!SaysHowMany(connection))
            {
                settings.MaxAutoPrepare = MostPrepared;
            }

            return settings.ConnectionString;
        }

        private static bool SaysHowMany(string connection)
        {
            var said = new DbConnectionStringBuilder { ConnectionString = connection };
            return said.ContainsKey("Max Auto Prepare") || said.ContainsKey(nameof(NpgsqlConnectionStringBuilder.MaxAutoPrepare));
        }
    }
}
