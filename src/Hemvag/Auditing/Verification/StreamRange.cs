using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Streams that stand beside each other in the database's own order: what one reader takes at once.</summary>
/// <param name="From">The first, included; null from the beginning.</param>
/// <param name="Until">The first of the next range; null to the end.</param>
internal sealed record StreamRange(string? From, string? Until)
{
    /// <summary>Operations in a range, about: so much of the chains is held in memory at a time.</summary>
    private const int Size = 20_000;

    /// <summary>Ranges that cover every stream, also one without a head, and how many operations the heads count.</summary>
    public static async Task<(IReadOnlyList<StreamRange> Ranges, long Operations)> CoverAsync(HemvagDbContext db, CancellationToken stop)
    {
        var ranges = new List<StreamRange>();
        string? from = null;
        long inRange = 0;
        long inAll = 0;
        var heads = db.Set<StreamHead>().AsNoTracking().OrderBy(h => h.Stream).Select(h => new { h.Stream, h.Count });
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (inRange >= Size)
            {
                ranges.Add(new StreamRange(from, head.Stream));
                from = head.Stream;
                inRange = 0;
            }

            // A head that was changed may say anything.
            var count = Math.Clamp(head.Count, 0, int.MaxValue);
            inRange += count;
            inAll += count;
        }

        ranges.Add(new StreamRange(from, null));
        return (ranges, inAll);
    }

    public IQueryable<Operation> Operations(HemvagDbContext db)
    {
        var all = db.Set<Operation>().AsNoTracking();
        all = From is null ? all : all.Where(o => o.Stream.CompareTo(From) >= 0);
        all = Until is null ? all : all.Where(o => o.Stream.CompareTo(Until) < 0);
        return all.Include(o => o.Events).OrderBy(o => o.Stream).ThenBy(o => o.Version);
    }

    public IQueryable<StreamHead> Heads(HemvagDbContext db)
    {
        var all = db.Set<StreamHead>().AsNoTracking();
        all = From is null ? all : all.Where(h => h.Stream.CompareTo(From) >= 0);
        return Until is null ? all : all.Where(h => h.Stream.CompareTo(Until) < 0);
    }
}
