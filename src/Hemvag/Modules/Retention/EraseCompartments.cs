using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Data.Sqlite;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>
/// Carries a confirmed erasure out when its time of grace is over. Looks once a day until then: something new in the case takes it out of the list.
/// </summary>
internal sealed class EraseCompartments(
    HemvagDbContext db,
    Operations operations,
    CaseOperations cases,
    ErasureKeeping keeping,
    RetentionOptions options,
    TimeProvider time
) : IJobHandler
{
    public const string JobKind = "EraseCompartments";
    public const string TakenOutNotice = "ErasureHeldUp";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);
    private static readonly TimeSpan UntilLogIsFree = TimeSpan.FromMinutes(1);

    public string Kind => JobKind;

    public static Job For(Guid erasureId, DateTime at) => Job.At(at, JobKind, erasureId, $"{JobKind}/{erasureId:N}");

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var erasure = await db.Set<Erasure>().AsNoTracking().FirstAsync(e => e.Id == job.SubjectId, stop);
        var now = time.GetUtcNow().UtcDateTime;
        if (erasure.TakenOutAt is not null)
        {
            return null;
        }

        if (erasure.ErasedAt is null)
        {
            if (await SomethingNew.IsThereAsync(db, erasure))
            {
                await TakeOutAsync(erasure);
                return null;
            }

            if (erasure.ErasesAt > now)
            {
                return erasure.ErasesAt < now + BetweenLooks ? erasure.ErasesAt : now + BetweenLooks;
            }

            if (!await EraseAsync(erasure))
            {
                await TakeOutAsync(erasure);
                return null;
            }
        }

        await keeping.RememberAsync(stop);
        // A page of the log may still hold the keys while someone reads.
        return await SqliteForgetting.EmptyLogAsync(db, stop) ? null : time.GetUtcNow().UtcDateTime + UntilLogIsFree;
    }

    /// <returns>False when something new came into the case at the last moment.</returns>
    private async Task<bool> EraseAsync(Erasure wanted)
    {
        try
        {
            await cases.RunAsSystemAsync(
                StableId.Of($"erase/{wanted.Id}"),
                wanted.CaseId,
                JobKind,
                async work =>
                {
                    var erasure = await work.Db.Set<Erasure>().FirstAsync(e => e.Id == wanted.Id);
                    if (!erasure.IsOpen || await SomethingNew.IsThereAsync(work.Db, erasure))
                    {
                        throw new SomethingNewException();
                    }

                    var compartments = Compartments.Each(erasure.Compartments).ToList();
                    var keys = await work
                        .Db.Set<CaseKey>()
                        .Where(k => k.CaseId == work.Case.Id && compartments.Contains(k.Compartment))
                        .ToListAsync();
                    foreach (var key in keys)
                    {
                        await KeyErasing.EraseAsync(work.Db, work.Record, key, work.Now);
                    }

                    await KeyErasing.CloseAsync(work.Db, work.Case.Id, work.Now, keys);
                    erasure.Done(work.Now, options.BackupDays);
                    work.Record(new ErasureDone(erasure.Id, erasure.FinalOn!.Value));
                }
            );
            return true;
        }
        catch (SomethingNewException)
        {
            return false;
        }
    }

    private async Task TakeOutAsync(Erasure wanted) =>
        await operations.RunAsync(
            StableId.Of($"take-out/{wanted.Id}"),
            Streams.Case(wanted.CaseId),
            SomethingNew.TakeOutKind,
            Actor.System(JobKind),
            async work =>
            {
                var erasure = await work.Db.Set<Erasure>().FirstAsync(e => e.Id == wanted.Id);
                work.Record(erasure.TakeOut(TakenOut.SomethingNew, work.Now));
                // Who prepared it would go on believing that it is being erased.
                work.Db.Add(
                    new Notice
                    {
                        Id = work.NewId(),
                        AccountId = erasure.PreparedBy,
                        CaseId = erasure.CaseId,
                        Kind = TakenOutNotice,
                        CreatedAt = work.Now,
                    }
                );
                var mail = NoticeMail.For(erasure.PreparedBy, work.Now);
                if (!await work.Db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
                {
                    work.Db.Add(mail);
                }
            }
        );

    private sealed class SomethingNewException : Exception;
}
