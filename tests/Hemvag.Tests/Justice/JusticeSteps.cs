using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Trail.Reading;
using Hemvag.Sealing;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Justice;

/// <summary>What the tests of the thread do in it, step by step.</summary>
internal static class JusticeSteps
{
    public static readonly ProceedingPayload Court = new("Tingsrätten", "B 1", "Ombud", null, null);

    public static Task HoldAsync(FollowUpWorld world, Guid? holder) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            work =>
            {
                work.Record(new CountryOfReturnSet(work.Case.CountryCode, work.Case.CountryCode));
                work.Case.HolderId = holder;
                return Task.CompletedTask;
            }
        );

    public static async Task<List<string>> KindsAsync(FollowUpWorld world, CurrentAccount reader) =>
        [
            .. (
                await world.AskAsync<TrailQueries, IReadOnlyList<TrailRow>>(q =>
                    q.ListAsync(reader, new TrailFilter(TrailArea.Cases, null, world.CaseId, null, 1))
                )
            ).Select(r => r.Kind),
        ];

    public static async Task<string> WhyNotAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name;

    public static Task<Guid> ConsentAsync(FollowUpWorld world, ConsentPurpose purpose) =>
        world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == world.CaseId && c.Purpose == purpose).Select(c => c.Id).SingleAsync());

    // Both legs are asked for; the first one's id.
    public static async Task<Guid> AskForJourneyAsync(FollowUpWorld world, Guid id)
    {
        await DoAsync<TrialService>(
            world,
            FollowUpPeople.Caseworker,
            (t, h) => t.WriteAsync(h, world.NewId(), id, 0, TrialWish.TakesPartInPerson, world.Today, new TrialPayload("Kallelse", "Skydd"))
        );
        var wanted = new JourneyWanted(
            world.Today.AddDays(10),
            world.Today.AddDays(14),
            new JourneyHelpPayload("A", "B", null),
            new JourneyHelpPayload("B", "A", null)
        );
        await DoAsync<JourneyHelping>(world, FollowUpPeople.Coordinator, (j, h) => j.AskAsync(h, world.NewId(), id, wanted));
        return await world.ReadAsync(db => db.Set<JourneyHelp>().OrderBy(j => j.TravelsOn).Select(j => j.Id).FirstAsync());
    }

    public static Task StopAsync(FollowUpWorld world) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            work =>
            {
                work.Case.HeldAt = work.Now;
                work.Record(new CaseStopped(null));
                return Task.CompletedTask;
            }
        );

    public static WorkAsked Asked(WorkItemKind kind) => new(kind, Urgency.Date, Role.IomCaseworker, FollowUpPeople.Helsinki, null, "", null);

    public static ProceedingDayPayload Day(FollowUpWorld world) => new(world.Today.AddDays(9), "Förhör");

    public static Task DoAsync<T>(FollowUpWorld world, CurrentAccount who, Func<T, CaseHandle, Task> act)
        where T : notnull => world.DoAsync(who, act);

    public static ConsentRequest Yes(CaseWork work) =>
        new(
            ConsentPurpose.AccessToJustice,
            [FollowUpPeople.Helsinki],
            Compartment.Justice | Compartment.Contact,
            "sv",
            null,
            ConsentForm.Written,
            ConsentPrompts.Needed,
            work.Today,
            null,
            null,
            null
        );

    public static async Task<Guid> SayYesAsync(FollowUpWorld world)
    {
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                await ConsentWriting.AddAsync(work, Yes(work));
                await work.AddParticipantAsync(FollowUpPeople.Helsinki, null, Role.IomCaseworker, restsOn: ConsentPurpose.AccessToJustice);
            }
        );
        return await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == world.CaseId && c.Purpose == ConsentPurpose.AccessToJustice).Select(c => c.Id).SingleAsync()
        );
    }

    public static async Task<Guid> OpenAsync(FollowUpWorld world)
    {
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Coordinator,
            (k, h) => k.OpenAsync(h, world.NewId(), ProceedingSide.Sweden, ProceedingStage.Investigation, world.Today, Court)
        );
        return await world.ReadAsync(db => db.Set<Proceeding>().Where(p => p.CaseId == world.CaseId).Select(p => p.Id).FirstAsync());
    }

    public static async Task PlanTellingAsync(FollowUpWorld world, Guid id, ContactPayload? rules = null)
    {
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                rules ??= new ContactPayload("1", "9–10", null, null, null, "ar", true);
                var record = await work.SealAsync(Compartment.Contact, ContactPayload.Subject, rules, null);
                work.Record(new ProceedingWritten(id, record.Id));
            }
        );
        await DoAsync<CaseOpenings>(
            world,
            FollowUpPeople.Coordinator,
            (o, h) => o.OpenAsync(h, world.NewId(), Compartment.Contact, CaseLinks.Justice)
        );
        await DoAsync<TellingService>(
            world,
            FollowUpPeople.Coordinator,
            (t, h) => t.PlanAsync(h, world.NewId(), id, Teller.IomFinland, world.Today.AddDays(2))
        );
    }

    public static Task CloseAsync(FollowUpWorld world) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ClosingGround.Completed;
                work.Record(new CaseClosed(ClosingGround.Completed, ""));
                await CaseEnding.FinishWorkAsync(work);
            }
        );
}
