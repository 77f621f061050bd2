using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>A decision on a list to mark: never a name.</summary>
internal sealed record ToMark(Guid Id, string Number, string NeutralName, Guid? OfficeId, long TotalMinor, string ProgrammeId);

/// <summary>What became of one that was marked.</summary>
/// <param name="Number">Null for a case that is not there for the account: one that does not exist looks the same.</param>
/// <param name="Refused">Null where it is done.</param>
internal sealed record MarkedAnswer(Guid Id, string? Number, RefusedException? Refused)
{
    public bool IsDone => Number is not null && Refused is null;
}

/// <summary>Decisions of which many are marked at once, so that the same is done to each by itself: one that is refused holds up none of the others.</summary>
internal static class MarkedDecisions
{
    /// <summary>Of one form; somebody has looked at each.</summary>
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

    /// <summary>Does the same to each case that is marked, by itself.</summary>
    /// <param name="needs">Without it a case is answered as one that does not exist.</param>
    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked: nothing is done.</exception>
    public static async Task<IReadOnlyList<MarkedAnswer>> EachAsync(
        CaseAccess access,
        CurrentAccount account,
        IReadOnlyList<Guid> marked,
        CaseAction needs,
        Func<CaseHandle, Task> act
    )
    {
        var ids = marked.Distinct().ToList();
        if (ids.Count is 0 or > Most)
        {
            throw new RefusedException(ids.Count == 0 ? BulkRefusals.NobodyMarked : BulkRefusals.TooManyMarked, "Marked", Most);
        }

        var answers = new List<MarkedAnswer>();
        foreach (var id in ids)
        {
            var handle = await access.FindAsync(id, account);
            answers.Add(
                handle?.Programme.Kind == ProgrammeKind.CashSupport && handle.May(needs)
                    ? await AnswerAsync(handle, act)
                    : new MarkedAnswer(id, null, null)
            );
        }

        return answers;
    }

    private static async Task<MarkedAnswer> AnswerAsync(CaseHandle handle, Func<CaseHandle, Task> act)
    {
        try
        {
            await act(handle);
            return new MarkedAnswer(handle.CaseId, handle.Case.Number, null);
        }
        catch (RefusedException refused)
        {
            return new MarkedAnswer(handle.CaseId, handle.Case.Number, refused);
        }
    }
}

/// <summary>Why a form of many was refused as a whole.</summary>
internal static class BulkRefusals
{
    public static readonly Refusal NobodyMarked = new("NobodyMarked", typeof(BulkTexts));
    public static readonly Refusal TooManyMarked = new("TooManyMarked", typeof(BulkTexts));
}

/// <summary>Names the resource files beside it: lists of decisions on which the same is done.</summary>
public sealed class BulkTexts;
