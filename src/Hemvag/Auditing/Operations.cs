using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing;

/// <summary>
/// Runs one operation: the work, its events, the digests of what it wrote and the link to the one before, in one save.
/// When another operation took the same version first, the work runs again on a fresh context, three times at most.
/// </summary>
internal sealed class Operations(IDbContextFactory<HemvagDbContext> contexts, RootKeys keys, TimeProvider time)
{
    private const int Tries = 3;

    private static readonly KnownQuery<Func<HemvagDbContext, Guid, string, IAsyncEnumerable<Looked>>> Looks = new(() =>
        EF.CompileAsyncQuery(
            (HemvagDbContext db, Guid operationId, string stream) =>
                from head in db.Set<StreamHead>().Where(h => h.Stream == stream)
                from before in db.Set<Operation>().Where(o => o.Id == operationId).DefaultIfEmpty()
                select new Looked(before, head)
        )
    );

    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<Operation>>> Befores = new(() =>
        EF.CompileAsyncQuery((HemvagDbContext db, Guid operationId) => db.Set<Operation>().Where(o => o.Id == operationId))
    );

    private readonly AsyncLocal<SharedSave?> shared = new();

    /// <returns>False when this very operation was done before (a second submit of the same form).</returns>
    /// <exception cref="RefusedException">When the work refuses, lost three times, or another operation has this id; nothing is saved.</exception>
    /// <exception cref="BadHttpRequestException">When the form carried no operation id.</exception>
    public async Task<bool> RunAsync(Guid operationId, string stream, string kind, Actor actor, Func<OperationWork, Task> action)
    {
        if (operationId == Guid.Empty)
        {
            // Every form without its id would be taken for the same operation, and all but the first be lost unseen.
            throw new BadHttpRequestException("An operation came without its id.");
        }

        if (shared.Value is { } save)
        {
            var joined = await WorkAsync(save.Db, operationId, stream, kind, actor, action);
            save.Done.AddRange(joined is null ? [] : [joined]);
            return joined is not null;
        }

        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            await ReadyAsync(db);
            if (await WorkAsync(db, operationId, stream, kind, actor, action) is not { } done)
            {
                return false;
            }

            Append(db, [done]);
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException error) when (attempt < Tries && SaveConflict.IsConflict(error))
            {
                // Another write came first: look again with fresh eyes, and not in step with those who lost too.
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 40 * attempt)), TimeProvider.System);
            }
            catch (DbUpdateException error) when (SaveConflict.RefusalFor(error) is { } refusal)
            {
                throw new RefusedException(refusal);
            }
            catch (DbUpdateException error) when (SaveConflict.IsConflict(error) && SaveConflict.Lost is { } refusal)
            {
                throw new RefusedException(refusal);
            }
        }
    }

    /// <summary>
    /// Saves all operations that are run inside at once, or none of them: many of the same kind cost a fraction of what they cost one by one.
    /// Each is still an operation of its own, with its checks, its events and its link. They are run one after the other, each in another stream.
    /// </summary>
    /// <returns>
    /// False when nothing was saved, since one of them was refused or broke, or another write came first: each is then run alone.
    /// </returns>
    public async Task<bool> TogetherAsync(Func<Task> run)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await ReadyAsync(db);
        var save = new SharedSave(db, []);
        // Ends with this method: what is set here is seen by what is called from here, and by nothing else.
        shared.Value = save;
        try
        {
            await run();
            Append(db, save.Done);
            await db.SaveChangesAsync();
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Refused, overtaken or broken: alone each is answered for itself, and what breaks breaks there.
            return false;
        }
    }

    private static async Task ReadyAsync(HemvagDbContext db)
    {
        // Changes are looked for when everything is done (Append), and not at every reading of what the operation has added.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // Taken once, and not again for each of its ten questions; given back with the context.
        await db.Database.OpenConnectionAsync();
    }

    // Null when it was done before.
    private async Task<WorkDone?> WorkAsync(
        HemvagDbContext db,
        Guid operationId,
        string stream,
        string kind,
        Actor actor,
        Func<OperationWork, Task> action
    )
    {
        var (before, head) = await LookAsync(db, operationId, stream);
        if (before is not null)
        {
            return IsSame(before, stream, kind, actor) ? null : throw AlreadyUsed();
        }

        var work = new OperationWork(db, operationId, stream, kind, actor, time.GetUtcNow().UtcDateTime);
        await action(work);
        return new WorkDone(work, head);
    }

    // In one look, but where the stream begins with this operation.
    private static async Task<Looked> LookAsync(HemvagDbContext db, Guid operationId, string stream) =>
        await Looks.For(db)(db, operationId, stream).SingleOrDefaultAsync()
        ?? new Looked(await Befores.For(db)(db, operationId).SingleOrDefaultAsync(), null);

    private static bool IsSame(Operation before, string stream, string kind, Actor actor) =>
        before.Stream == stream && before.Kind == kind && before.AccountId == actor.AccountId;

    // To answer "done" would lose what this one asked for.
    private static Exception AlreadyUsed() =>
        SaveConflict.Used is { } refusal ? new RefusedException(refusal) : new BadHttpRequestException("Another operation has this id.");

    private void Append(HemvagDbContext db, IReadOnlyList<WorkDone> done)
    {
        db.ChangeTracker.DetectChanges();
        var parts = done.SelectMany(PartsOf).ToList();
        var rows = RowDigest.OfChanges(db, parts.ConvertAll(p => p.Part.Stream));
        foreach (var (work, part, head) in parts)
        {
            Link(work, part, head, rows);
        }

        db.ChangeTracker.DetectChanges();
    }

    private static IEnumerable<(OperationWork Work, OperationPart Part, StreamHead? Head)> PartsOf(WorkDone done)
    {
        var work = done.Work;
        yield return (work, new OperationPart(work.Id, work.Stream, work.Kind, work.Events), done.Head);
        foreach (var beside in work.Besides)
        {
            yield return (work, new OperationPart(beside.Id, beside.Stream, beside.Kind, beside.Events), beside.Head);
        }
    }

    private void Link(OperationWork work, OperationPart part, StreamHead? head, ILookup<string, RowDigest> rows)
    {
        if (part.Events.Count == 0)
        {
            throw new InvalidOperationException($"{part.Kind} recorded no event.");
        }

        var db = work.Db;
        if (head is null)
        {
            head = new StreamHead
            {
                Stream = part.Stream,
                Count = 0,
                Mac = [],
            };
            db.Add(head);
        }

        var operation = new Operation
        {
            Id = part.Id,
            Stream = part.Stream,
            Version = head.Count + 1,
            Kind = part.Kind,
            At = work.Now,
            AccountId = work.Actor.AccountId,
            ActorName = work.Actor.Name,
            Rows = RowDigest.Pack(rows[part.Stream]),
            KeyVersion = keys.CurrentVersion,
            Mac = new byte[ChainMac.Length],
            Events = [.. part.Events.Select((e, i) => Store(part.Id, i, e))],
        };
        ChainLink.Compute(keys, head.Mac, operation).CopyTo(operation.Mac, 0);
        db.Add(operation);
        head.Count = operation.Version;
        head.Mac = operation.Mac;
    }

    private static OperationEvent Store(Guid operationId, int ordinal, IEvent happened) =>
        new()
        {
            OperationId = operationId,
            Ordinal = ordinal,
            Kind = happened.GetType().Name,
            Schema = happened.Schema,
            Data = JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options),
        };

    /// <param name="Before">Null when no operation has this id.</param>
    private sealed record Looked(Operation? Before, StreamHead? Head);

    /// <param name="Head">Null for the first operation of its stream.</param>
    private sealed record WorkDone(OperationWork Work, StreamHead? Head);

    private sealed record SharedSave(HemvagDbContext Db, List<WorkDone> Done);

    private sealed record OperationPart(Guid Id, string Stream, string Kind, IReadOnlyList<IEvent> Events);
}
