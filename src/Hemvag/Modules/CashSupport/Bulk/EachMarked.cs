using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>What became of one that was marked.</summary>
/// <param name="Number">Null for a case that is not there for the account: one that does not exist looks the same.</param>
/// <param name="Refused">Null where it is done.</param>
internal sealed record MarkedAnswer(Guid Id, string? Number, RefusedException? Refused)
{
    public bool IsDone => Number is not null && Refused is null;
}

/// <summary>
/// Does the same to each case that is marked, with all its checks: one that is refused holds up none of the others. A few are saved at a time,
/// some of those few side by side: 200 marked are answered while somebody waits.
/// </summary>
/// <param name="needs">Without it a case is answered as one that does not exist.</param>
internal sealed class EachMarked(IServiceScopeFactory scopes, CurrentAccount account, CaseAction needs, Func<IServiceProvider, CaseHandle, Task> act)
{
    /// <summary>More at once is hardly faster, and one that is refused has all of them done again.</summary>
    private const int InOneSave = 20;

    /// <returns>In the order they were marked.</returns>
    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked: nothing is done.</exception>
    public async Task<IReadOnlyList<MarkedAnswer>> RunAsync(IReadOnlyList<Guid> marked)
    {
        var ids = marked.Distinct().ToList();
        if (ids.Count is 0 or > MarkedDecisions.Most)
        {
            throw new RefusedException(ids.Count == 0 ? BulkRefusals.NobodyMarked : BulkRefusals.TooManyMarked, "Marked", MarkedDecisions.Most);
        }

        var few = ids.Chunk(InOneSave).ToList();
        var answers = new IReadOnlyList<MarkedAnswer>[few.Count];
        await Parallel.ForAsync(0, few.Count, async (i, _) => answers[i] = await TogetherAsync(few[i]) ?? await OneByOneAsync(few[i]));
        return [.. answers.SelectMany(a => a)];
    }

    // Null when one of them was refused: then nothing is saved.
    private async Task<IReadOnlyList<MarkedAnswer>?> TogetherAsync(IReadOnlyList<Guid> ids)
    {
        await using var scope = scopes.CreateAsyncScope();
        var done = new List<MarkedAnswer>();
        var saved = await scope
            .ServiceProvider.GetRequiredService<Operations>()
            .TogetherAsync(async () =>
            {
                foreach (var id in ids)
                {
                    done.Add(await DoAsync(scope.ServiceProvider, id));
                }
            });
        return saved ? done : null;
    }

    private async Task<IReadOnlyList<MarkedAnswer>> OneByOneAsync(IReadOnlyList<Guid> ids)
    {
        var done = new List<MarkedAnswer>();
        foreach (var id in ids)
        {
            await using var scope = scopes.CreateAsyncScope();
            done.Add(await AnswerAsync(scope.ServiceProvider, id));
        }

        return done;
    }

    private async Task<MarkedAnswer> AnswerAsync(IServiceProvider services, Guid id)
    {
        var handle = await FindAsync(services, id);
        try
        {
            return await DoAsync(services, id, handle);
        }
        catch (RefusedException refused)
        {
            return new MarkedAnswer(id, handle?.Case.Number, refused);
        }
    }

    private async Task<MarkedAnswer> DoAsync(IServiceProvider services, Guid id) => await DoAsync(services, id, await FindAsync(services, id));

    private async Task<MarkedAnswer> DoAsync(IServiceProvider services, Guid id, CaseHandle? handle)
    {
        if (handle is not null)
        {
            await act(services, handle);
        }

        return new MarkedAnswer(id, handle?.Case.Number, null);
    }

    // Null also where the account may not do it there.
    private async Task<CaseHandle?> FindAsync(IServiceProvider services, Guid id) =>
        await services.GetRequiredService<CaseAccess>().FindAsync(id, account) is { } handle
        && handle.Programme.Kind == ProgrammeKind.CashSupport
        && handle.May(needs)
            ? handle
            : null;
}
