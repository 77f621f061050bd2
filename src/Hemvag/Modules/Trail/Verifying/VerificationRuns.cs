using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Trail.Verifying;

internal sealed record VerificationAsked(Guid RunId) : IEvent;

/// <summary>Starts verifications and shows the last one.</summary>
internal sealed class VerificationRuns(HemvagDbContext db, Auditing.Operations operations)
{
    public Task<VerificationRun?> LastAsync() => db.Set<VerificationRun>().AsNoTracking().OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync();

    /// <summary>Asks for a verification. While one is under way it is that one.</summary>
    public async Task StartAsync(CurrentAccount account, Guid operationId)
    {
        if (await db.Set<VerificationRun>().AnyAsync(r => r.FinishedAt == null))
        {
            return;
        }

        await operations.RunAsync(
            operationId,
            Streams.System,
            "StartVerification",
            account.Actor,
            work =>
            {
                var run = new VerificationRun
                {
                    Id = work.NewId(),
                    AskedByName = account.Name,
                    AskedAt = work.Now,
                };
                work.Db.Add(run);
                work.Db.Add(Job.At(work.Now, VerifyTrail.JobKind, run.Id, $"{VerifyTrail.JobKind}/{run.Id:N}"));
                work.Record(new VerificationAsked(run.Id));
                return Task.CompletedTask;
            }
        );
    }
}
