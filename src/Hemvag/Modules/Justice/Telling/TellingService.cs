using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Justice.Telling;

/// <summary>Plans that the person is told, and records that they were.</summary>
internal sealed class TellingService(JusticeOperations operations, CaseVault vault)
{
    /// <summary>
    /// Reminds someone to tell the person. Whoever plans it has the rules for safe contact open: the day and the one who tells are
    /// chosen by them.
    /// </summary>
    /// <exception cref="RefusedException">JusticeConsentMissing, SafeContactNotRead, ContactRulesMissing, ReminderInThePast, ReminderAfterTheYes, ThreadNotOpen, CaseClosed.</exception>
    public Task PlanAsync(CaseHandle handle, Guid operationId, Guid proceedingId, Teller teller, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "PlanTelling",
            async work =>
            {
                await JusticeConsent.RequireAsync(work);
                if (handle.Opened is not { } opened || !opened.Covers(Compartment.Contact) || !handle.MayOpen(Compartment.Contact))
                {
                    throw new RefusedException(JusticeRefusals.SafeContactNotRead);
                }

                // Read, and not counted: what has been erased, or was saved empty, says nothing of how the person is reached.
                var rules = await vault.ReadAsync<ContactPayload>(work.Db, opened, Compartment.Contact, ContactPayload.Subject);
                if (rules is not { Value.SaysSomething: true })
                {
                    throw new RefusedException(JusticeRefusals.ContactRulesMissing);
                }

                if (on < work.Today)
                {
                    throw new RefusedException(JusticeRefusals.ReminderInThePast, "Plan.TellOn");
                }

                if (!await JusticeConsent.IsLiveAsync(work.Db, work.Case.Id, on))
                {
                    throw new RefusedException(JusticeRefusals.ReminderAfterTheYes, "Plan.TellOn");
                }

                var proceeding = await ProceedingKeeping.FindAsync(work, proceedingId);
                // One at a time: another day takes the place of the one before.
                await work.DoneAsync(WorkItemKind.TellDevelopment, proceeding.Id);
                work.Record(new TellingPlanned(proceeding.Id, teller, on));
                var (role, organisation, account) =
                    teller == Teller.Coordinator
                        ? (Role.RegionalCoordinator, work.Case.RegionId, work.Case.HolderId)
                        : (Role.IomCaseworker, IomFinland.Id, (Guid?)null);
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.TellDevelopment,
                        Urgency.Date,
                        role,
                        organisation,
                        account,
                        JusticePages.Told(proceeding.Id),
                        on,
                        proceeding.Id
                    )
                );
                await LookAtTelling.ScheduleAsync(work, proceeding.Id, on);
            }
        );

    /// <summary>A fact: it can be recorded for as long as the thread can be written in.</summary>
    /// <exception cref="RefusedException">SpokenLanguageUnknown, DateInFuture, DateTooEarly, CaseClosed.</exception>
    public Task RecordAsync(CaseHandle handle, Guid operationId, Guid proceedingId, ToldNow told) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordTold",
            async work =>
            {
                SpokenLanguages.Require(told.Language, "Told.Language");
                work.Days.Require(told.On, "Told.ToldOn");
                var proceeding = await ProceedingKeeping.FindAsync(work, proceedingId);
                var row = new ToldDevelopment
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ProceedingId = proceeding.Id,
                    ToldOn = told.On,
                    By = told.By,
                    Way = told.Way,
                    Language = told.Language,
                    ThroughInterpreter = told.ThroughInterpreter,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(row);
                var record = await work.SealAsync(Compartment.Justice, row.Subject, told.Words, 0);
                work.Record(new DevelopmentTold(proceeding.Id, row.Id, row.ToldOn, row.By, row.Way, row.Language, row.ThroughInterpreter, record.Id));
                await work.DoneAsync(WorkItemKind.TellDevelopment, proceeding.Id);
            }
        );
}

/// <summary>That the person was told, as it is recorded.</summary>
internal sealed record ToldNow(DateOnly On, ToldBy By, ToldWay Way, string Language, bool ThroughInterpreter, ToldPayload Words);
