using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Reads a whole ordered table. A row that cannot be read is a finding, not an end: reading goes on behind it.</summary>
internal static class ReadableRows
{
    /// <param name="ordered">With an order of its own: reading goes on by position.</param>
    /// <param name="what">How the finding names the table.</param>
    public static async IAsyncEnumerable<T> OfAsync<T>(
        IQueryable<T> ordered,
        string what,
        List<Finding> findings,
        [EnumeratorCancellation] CancellationToken stop
    )
        where T : class
    {
        var position = 0;
        for (var goesOn = true; goesOn; )
        {
            await using var rows = ordered.Skip(position).AsAsyncEnumerable().GetAsyncEnumerator(stop);
            while (true)
            {
                position++;
                var (row, readable) = await NextAsync(rows);
                if (!readable)
                {
                    findings.Add(new Finding("tables", what, "holds a row that cannot be read"));
                    break;
                }

                if (row is null)
                {
                    goesOn = false;
                    break;
                }

                yield return row;
            }
        }
    }

    private static async Task<(T? Row, bool Readable)> NextAsync<T>(IAsyncEnumerator<T> rows)
        where T : class
    {
        try
        {
            return (await rows.MoveNextAsync() ? rows.Current : null, true);
        }
        catch (Exception error)
            when (error is InvalidCastException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return (null, false);
        }
    }
}
