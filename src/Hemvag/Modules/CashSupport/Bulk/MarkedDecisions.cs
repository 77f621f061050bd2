using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>A decision on a list to mark: never a name.</summary>
internal sealed record ToMark(Guid Id, string Number, string NeutralName, Guid? OfficeId, long TotalMinor, string ProgrammeId);

/// <summary>Decisions on a list of which many are marked at once.</summary>
internal static class MarkedDecisions
{
    /// <summary>Of one form: as many as somebody can look through.</summary>
    public const int Most = 200;

    /// <summary>Cases of decisions as a list to mark shows them, the oldest first.</summary>
    public static async Task<IReadOnlyList<ToMark>> ListAsync(HemvagDbContext db, IQueryable<Case> cases) =>
        await cases
            .AsNoTracking()
            .Join(
                db.Set<CashDecision>(),
                c => c.Id,
                d => d.CaseId,
                (c, d) =>
                    new
                    {
                        c.Id,
                        c.Number,
                        c.NeutralName,
                        c.LocalOfficeId,
                        c.ProgrammeId,
                        d.TotalMinor,
                        d.EnteredAt,
                    }
            )
            .OrderBy(r => r.EnteredAt)
            .ThenBy(r => r.Id)
            .Take(Most)
            .Select(r => new ToMark(r.Id, r.Number, r.NeutralName, r.LocalOfficeId, r.TotalMinor, r.ProgrammeId))
            .ToListAsync();
}

/// <summary>Why a form of many was refused as a whole.</summary>
internal static class BulkRefusals
{
    public static readonly Refusal NobodyMarked = new("NobodyMarked", typeof(BulkTexts));
    public static readonly Refusal TooManyMarked = new("TooManyMarked", typeof(BulkTexts));
}

/// <summary>Names the resource files beside it: lists of decisions on which the same is done.</summary>
public sealed class BulkTexts;
