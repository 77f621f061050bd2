using System.Globalization;
using Hemvag.TestKit.Databases;
using Npgsql;

namespace Hemvag.Bench.Driving;

/// <summary>
/// The processor time of the PostgreSQL server on this machine, from Linux's <c>/proc</c>: the server's first process, those it
/// has started, and those of them that have ended.
/// </summary>
internal sealed class PostgresProcesses
{
    // What /proc counts in, on every Linux machine that .NET runs on.
    private const double TicksPerSecond = 100;
    private readonly int first;

    private PostgresProcesses(int first) => this.first = first;

    public TimeSpan Cpu
    {
        get
        {
            var server = Stat.Of(first) ?? throw new InvalidOperationException("PostgreSQL has ended.");
            var children = ProcessIds().Select(Stat.Of).Where(stat => stat?.Parent == first).Sum(stat => stat!.Own);
            return TimeSpan.FromSeconds((server.Own + server.Ended + children) / TicksPerSecond);
        }
    }

    public static async Task<PostgresProcesses> FindAsync()
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Superuser());
        await connection.OpenAsync();
        var mine = Stat.Of(connection.ProcessID) ?? throw new InvalidOperationException("PostgreSQL runs on another machine.");
        return new PostgresProcesses(mine.Parent);
    }

    private static IEnumerable<int> ProcessIds() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    /// <param name="Own">In ticks.</param>
    /// <param name="Ended">Of children that have ended, in ticks.</param>
    private sealed record Stat(int Parent, long Own, long Ended)
    {
        /// <returns>Null when there is no such process, or no longer.</returns>
        public static Stat? Of(int id)
        {
            try
            {
                var line = File.ReadAllText($"/proc/{id}/stat");
                // The name in brackets may hold anything; what follows it is state, parent and, from the twelfth, the times.
                var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
                var times = fields[11..15].Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
                return new Stat(int.Parse(fields[1], CultureInfo.InvariantCulture), times[0] + times[1], times[2] + times[3]);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }
}
