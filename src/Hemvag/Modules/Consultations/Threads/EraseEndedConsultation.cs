using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>
/// The day has passed until which the asker could read what was answered: the keys are destroyed. The asker was told of that day when the
/// thread was ended; where they have left meanwhile, their colleagues are, and nothing is erased until one of them has taken it over.
/// </summary>
internal sealed class EraseEndedConsultation(HemvagDbContext db, Operations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "EraseEndedConsultation";
    private const int DaysPutOff = 7;

    public string Kind => JobKind;

    /// <summary>Runs when the last day is over everywhere in Europe.</summary>
    public static Job For(Consultation consultation) =>
        Job.At(
            consultation.KeptUntil!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            JobKind,
            consultation.Id,
            $"{JobKind}/{consultation.Id:N}"
        );

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var ended = await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == job.SubjectId && c.ErasedAt == null, stop);
        if (ended is null)
        {
            return null;
        }

        var again = await AskerIsThereAsync(ended, stop) ? (DateTime?)null : job.RunAt.AddDays(DaysPutOff);
        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Consultation(ended.Id),
            JobKind,
            Actor.System(JobKind),
            work => again is { } day ? PutOffAsync(work, ended, DateOnly.FromDateTime(day)) : EraseAsync(work, ended.Id)
        );
        return again;
    }

    private Task<bool> AskerIsThereAsync(Consultation consultation, CancellationToken stop) =>
        ConsultationAccess
            .Working(db, [Role.RegionalCoordinator, Role.ReferringProfessional])
            .AnyAsync(a => a.Id == consultation.AskedBy && a.OrganisationId == consultation.AskedFrom, stop);

    private static async Task PutOffAsync(OperationWork work, Consultation consultation, DateOnly until)
    {
        work.Record(new ConsultationErasurePutOff(until));
        await ConsultationNotices.TellColleaguesAsync(work, consultation.Id, consultation.AskedFrom);
    }

    private static async Task EraseAsync(OperationWork work, Guid id)
    {
        var consultation = await work.Db.Set<Consultation>().FirstAsync(c => c.Id == id);
        work.Record(consultation.EraseWhenTime(work.Now));
        work.Record(new KeysDestroyed(id, await CaseKeys.DestroyAllAsync(work.Db, id, work.Now)));
    }
}
