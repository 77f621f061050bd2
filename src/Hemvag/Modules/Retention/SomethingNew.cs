using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases.EarlierVersions;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Whether anything has been done in a case since an erasure was prepared, apart from what belongs to erasing and to its keys.</summary>
internal static class SomethingNew
{
    public const string PrepareKind = "PrepareErasure";
    public const string ConfirmKind = "ConfirmErasure";
    public const string TakeOutKind = "TakeOutErasure";

    /// <summary>Operations that are no note in the case.</summary>
    private static readonly List<string> Own =
    [
        PrepareKind,
        ConfirmKind,
        TakeOutKind,
        EraseCompartments.JobKind,
        ErasureKeeping.ApplyKind,
        KeyRewrapping.Kind,
    ];

    public static Task<bool> IsThereAsync(HemvagDbContext db, Erasure erasure)
    {
        var stream = Streams.Case(erasure.CaseId);
        return db.Set<Operation>().AnyAsync(o => o.Stream == stream && o.Version > erasure.CaseVersion && !Own.Contains(o.Kind));
    }

    /// <summary>The newest such operation of each of these cases, by its place in the case's stream.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> NewestAsync(HemvagDbContext db, IEnumerable<Guid> cases)
    {
        var streams = cases.Select(Streams.Case).ToList();
        return streams.Count == 0
            ? new Dictionary<string, long>()
            : await db.Set<Operation>()
                .Where(o => streams.Contains(o.Stream) && !Own.Contains(o.Kind))
                .GroupBy(o => o.Stream)
                .Select(g => new { g.Key, Last = g.Max(o => o.Version) })
                .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal);
    }

    /// <summary>When something was last done in each of these cases.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTime>> LastNotesAsync(HemvagDbContext db, IEnumerable<Guid> cases)
    {
        var streams = cases.Select(Streams.Case).ToList();
        return await db.Set<Operation>()
            // To enter a case from the archive is no note in it: its time runs from the day it was closed.
            .Where(o => streams.Contains(o.Stream) && !Own.Contains(o.Kind) && o.Kind != EarlierCases.OperationKind)
            .GroupBy(o => o.Stream)
            .Select(g => new { g.Key, Last = g.Max(o => o.At) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal);
    }
}
