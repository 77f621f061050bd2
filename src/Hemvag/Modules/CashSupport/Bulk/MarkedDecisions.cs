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

    /// <summary>
    /// Does the same to each case that is marked, by itself and in a scope of its own, some side by side: 200 marked are answered while
    /// somebody waits.
    /// </summary>
    /// <param name="needs">Without it a case is answered as one that does not exist.</param>
    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked: nothing is done.</exception>
    public static async Task<IReadOnlyList<MarkedAnswer>> EachAsync(
        IServiceScopeFactory scopes,
        CurrentAccount account,
        IReadOnlyList<Guid> marked,
        CaseAction needs,
        Func<IServiceProvider, CaseHandle, Task> act
    )
    {
        var ids = marked.Distinct().ToList();
        if (ids.Count is 0 or > Most)
        {
            throw new RefusedException(ids.Count == 0 ? BulkRefusals.NobodyMarked : BulkRefusals.TooManyMarked, "Marked", Most);
        }

        var answers = new MarkedAnswer[ids.Count];
        await Parallel.ForAsync(
            0,
            ids.Count,
            async (i, _) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var handle = await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(ids[i], account);
                answers[i] =
                    handle?.Programme.Kind == ProgrammeKind.CashSupport && handle.May(needs)
                        ? await AnswerAsync(handle, () => act(scope.ServiceProvider, handle))
                        : new MarkedAnswer(ids[i], null, null);
            }
        );
        return answers;
    }

    private static async Task<MarkedAnswer> AnswerAsync(CaseHandle handle, Func<Task> act)
    {
        try
        {
            await act();
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
