using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases.EarlierVersions;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>
/// Whether anything has been done in a case since an erasure was prepared, apart from what belongs to erasing and to its keys, and from what the
/// system does by the clock: that is no note. An erasure that the person asked for is held up by what is written in its own compartments alone:
/// work that goes on elsewhere in the case must not keep what the person wants gone.
/// </summary>
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
        var since = db.Set<Operation>().Where(o => o.Stream == stream && o.Version > erasure.CaseVersion && !Own.Contains(o.Kind));
        if (erasure.Category != RetentionRule.AskedByPerson)
        {
            return since.AnyAsync(o => o.AccountId != null);
        }

        var compartments = Compartments.Each(erasure.Compartments).ToList();
        var records = db.Set<SealedRecord>().Where(r => r.CaseId == erasure.CaseId && compartments.Contains(r.Compartment));
        var files = db.Set<SealedFile>().Where(f => f.CaseId == erasure.CaseId && compartments.Contains(f.Compartment));
        // What an operation writes has the operation's own time.
        return since.AnyAsync(o => records.Any(r => r.WrittenAt == o.At) || files.Any(f => f.WrittenAt == o.At));
    }

    /// <summary>The newest operation of a person in each of these cases, by its place in the case's stream.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> NewestAsync(HemvagDbContext db, IEnumerable<Guid> cases)
    {
        var streams = cases.Select(Streams.Case).ToList();
        return streams.Count == 0
            ? new Dictionary<string, long>()
            : await db.Set<Operation>()
                .Where(o => streams.Contains(o.Stream) && o.AccountId != null && !Own.Contains(o.Kind))
                .GroupBy(o => o.Stream)
                .Select(g => new { g.Key, Last = g.Max(o => o.Version) })
                .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal);
    }

    /// <summary>When somebody last did something in each of these cases.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTime>> LastNotesAsync(HemvagDbContext db, IEnumerable<Guid> cases)
    {
        var streams = cases.Select(Streams.Case).ToList();
        return await db.Set<Operation>()
            // To enter a case from the archive is no note in it: its time runs from the day it was closed.
            .Where(o => streams.Contains(o.Stream) && o.AccountId != null && !Own.Contains(o.Kind) && o.Kind != EarlierCases.OperationKind)
            .GroupBy(o => o.Stream)
            .Select(g => new { g.Key, Last = g.Max(o => o.At) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal);
    }
}
