using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hemvag.Data.Postgres;

/// <summary>Whether PostgreSQL can be reached as configured; says in one sentence what stands in the way.</summary>
internal static class PostgresReach
{
    /// <param name="setting">Name of the setting that holds the connection string, for the sentence.</param>
    /// <exception cref="StartRefusedException">When it isn't one, or names no server.</exception>
    public static NpgsqlConnectionStringBuilder Read(string connection, string setting)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            if (!string.IsNullOrWhiteSpace(settings.Host))
            {
                return settings;
            }
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // The reader's own words may repeat a part of the password.
            throw new StartRefusedException($"{setting} can't be read. A password with a semicolon or a quote stands between quotes.");
        }

        throw new StartRefusedException($"{setting} names no Host.");
    }

    /// <exception cref="StartRefusedException">When the server does not answer, or does not let the account in.</exception>
    public static async Task RequireAsync(HemvagDbContext db, string setting, CancellationToken stop)
    {
        try
        {
            await db.Database.OpenConnectionAsync(stop);
            await db.Database.CloseConnectionAsync();
        }
        catch (Exception error) when ((error as NpgsqlException ?? error.InnerException as NpgsqlException) is { } cause)
        {
            // What may pass by itself, such as a server that is away, comes wrapped in another exception.
            var reason = cause is PostgresException said ? said.MessageText : cause.Message;
            throw new StartRefusedException($"PostgreSQL can't be reached with {setting}: {reason.TrimEnd('.')}.");
        }
    }
}
