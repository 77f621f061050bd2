using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hemvag.Tests.Security;

/// <summary>Counts the commands that reach the database; the application takes it in as one of its interceptors.</summary>
internal sealed class CountedCommands : DbCommandInterceptor, ISaveChangesInterceptor
{
    private readonly ConcurrentQueue<string> commands = new();

    /// <summary>When true every command fails, as with a database that has gone.</summary>
    public bool Broken { get; set; }

    public IReadOnlyList<string> Commands => [.. commands];

    public void Forget() => commands.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command)
    {
        if (Broken)
        {
            throw new InvalidOperationException("The database has gone, with Amal in it.");
        }

        commands.Enqueue(command.CommandText);
    }
}
