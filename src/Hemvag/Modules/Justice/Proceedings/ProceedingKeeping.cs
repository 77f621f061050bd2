using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>Opens proceedings and keeps how they stand (S4.12).</summary>
internal sealed class ProceedingKeeping(JusticeOperations operations)
{
    /// <summary>The first one opens the thread.</summary>
    /// <exception cref="RefusedException">JusticeConsentMissing, ThreadNeedsHolder, DateInFuture, CaseClosed.</exception>
    public Task OpenAsync(
        CaseHandle handle,
        Guid operationId,
        ProceedingSide side,
        ProceedingStage stage,
        DateOnly stageOn,
        ProceedingPayload details
    ) =>
        operations.OpeningAsync(
            handle,
            operationId,
            "OpenProceeding",
            async work =>
            {
                await JusticeConsent.RequireAsync(work);
                RequirePast(work, stageOn, "Input.StageOn");
                if (work.Case.JusticeOpenSince is null)
                {
                    work.Case.JusticeOpenSince = work.Now;
                    work.Record(new JusticeThreadOpened());
                }

                var proceeding = new Proceeding
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = 1 + await work.Db.Set<Proceeding>().CountAsync(p => p.CaseId == work.Case.Id),
                    Side = side,
                    Stage = stage,
                    StageOn = stageOn,
                    OpenedAt = work.Now,
                    OpenedBy = handle.Account.Id,
                };
                work.Db.Add(proceeding);
                var record = await work.SealAsync(Compartment.Justice, proceeding.Subject, details, 0);
                work.Record(new ProceedingOpened(proceeding.Id, side, stage, stageOn, record.Id));
            }
        );

    /// <param name="shown">The stage that the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged, DateInFuture, CaseClosed.</exception>
    public Task SetStageAsync(CaseHandle handle, Guid operationId, Guid proceedingId, ProceedingStage? shown, ProceedingStage stage, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "SetProceedingStage",
            async work =>
            {
                var proceeding = await FindAsync(work, proceedingId);
                ShownBefore.Require(shown, (ProceedingStage?)proceeding.Stage);
                RequirePast(work, on, "Change.StageOn");
                work.Record(proceeding.SetStage(stage, on));
            }
        );

    /// <param name="shownVersion">The version the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged, CaseClosed.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, Guid proceedingId, int shownVersion, ProceedingPayload details) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteProceeding",
            async work =>
            {
                var proceeding = await FindAsync(work, proceedingId);
                var record = await work.SealAsync(Compartment.Justice, proceeding.Subject, details, shownVersion);
                work.Record(new ProceedingWritten(proceeding.Id, record.Id));
            }
        );

    /// <summary>A day to keep in mind; someone is reminded before it.</summary>
    /// <exception cref="RefusedException">ReminderInThePast, ReminderAfterTheDay, CaseClosed.</exception>
    public Task AddDayAsync(CaseHandle handle, Guid operationId, Guid proceedingId, ProceedingDayPayload day, DateOnly remindOn) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddProceedingDay",
            async work =>
            {
                var proceeding = await FindAsync(work, proceedingId);
                if (remindOn < work.Today)
                {
                    throw new RefusedException(JusticeRefusals.ReminderInThePast, "NewDay.RemindOn");
                }

                if (remindOn > day.On)
                {
                    throw new RefusedException(JusticeRefusals.ReminderAfterTheDay, "NewDay.RemindOn");
                }

                var row = new ProceedingDay
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ProceedingId = proceeding.Id,
                    RemindOn = remindOn,
                    AddedAt = work.Now,
                };
                work.Db.Add(row);
                var record = await work.SealAsync(Compartment.Justice, row.Subject, day, 0);
                work.Record(new ProceedingDayAdded(proceeding.Id, row.Id, remindOn, record.Id));
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.JusticeDay,
                        Urgency.Date,
                        Role.IomCaseworker,
                        IomFinland.Id,
                        null,
                        JusticePages.Proceeding(proceeding.Id),
                        remindOn,
                        row.Id
                    )
                );
            }
        );

    /// <summary>Somebody has seen to the day: nothing waits for it any more.</summary>
    public Task SettleDayAsync(CaseHandle handle, Guid operationId, Guid proceedingId, Guid dayId) =>
        operations.RunAsync(
            handle,
            operationId,
            "SettleProceedingDay",
            async work =>
            {
                var day = await work
                    .Db.Set<ProceedingDay>()
                    .FirstAsync(d => d.Id == dayId && d.ProceedingId == proceedingId && d.CaseId == work.Case.Id);
                day.SettledAt ??= work.Now;
                work.Record(new ProceedingDaySettled(proceedingId, dayId));
                await work.DoneAsync(WorkItemKind.JusticeDay, dayId);
            }
        );

    public static Task<Proceeding> FindAsync(CaseWork work, Guid proceedingId) =>
        work.Db.Set<Proceeding>().FirstAsync(p => p.Id == proceedingId && p.CaseId == work.Case.Id);

    // An offence can lie far back, and so can the report of it.
    private static void RequirePast(CaseWork work, DateOnly day, string field)
    {
        if (day > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, field);
        }
    }
}
