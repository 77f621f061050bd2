using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hemvag.Bench.Floor;

/// <summary>Counts the commands that one request sends to the database, and tells them in a header of its answer.</summary>
internal sealed class QueryCount : DbCommandInterceptor, ISaveChangesInterceptor
{
    public const string Header = "X-Queries";
    private static readonly AsyncLocal<Tally?> Current = new();

    private sealed class Tally
    {
        public int Commands { get; set; }
    }

    /// <summary>A middleware before all others.</summary>
    public static Task TellAsync(HttpContext http, RequestDelegate next)
    {
        var tally = new Tally();
        Current.Value = tally;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = tally.Commands.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(http);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Counted(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(result));

    private static T Counted<T>(T result)
    {
        if (Current.Value is { } tally)
        {
            tally.Commands++;
        }

        return result;
    }
}
