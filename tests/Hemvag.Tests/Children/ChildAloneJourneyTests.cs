using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.FamilySteps;

namespace Hemvag.Tests.Children;

/// <summary>A child who returns alone, from the first contact until the authority at home has taken over.</summary>
public sealed class ChildAloneJourneyTests
{
    /// <summary>What the guardian of a child alone has said and signed falls with the guardian, also after the referral and after the booking.</summary>
    [Theory, OnBothDatabases]
    public async Task A_guardian_who_falls_away_stops_a_child_alone_at_every_step(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Family("vast-1") with { Children = 0, IsMinor = true };
        var family = new DemoFamily(town.Hand);
        var caseId = await town.Story.FirstContactAsync(person);
        await town.Story.DecideAsync(person, caseId);
        await family.MeetAsync(person, caseId);
        await town.Story.InformAsync(person, caseId);
        // There is nothing to sign before there is an application.
        (await RefusalAsync(() => family.SignAsync(person, caseId))).ShouldBe("NotAppliedYet");
        await town.Story.ApplyAsync(person, caseId);
        await family.SignAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Story.AnswerAsync(person, caseId);
        await town.Homeward.PlanAsync(person, caseId);
        await family.DecideAsync(person, caseId);
        await family.DecideBestInterestsAsync(person, caseId, DecisionSide.HomeCountry, "District court");
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.AskConsentAnew);

        var guardian = (await family.GuardiansAsync(caseId)).Single();
        await DoAsync<GuardianKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.SuspectAsync(handle, id, guardian.Id, true, "Polisanmäld.")
        );
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.AskConsentAnew);
        (await RefusalAsync(() => town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10)))).ShouldBe("GateOpen");
        // Another's yes stands in its place; the suspicion fell, and so does what was asked.
        await DoAsync<GuardianKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.SuspectAsync(handle, id, guardian.Id, false, "Utredningen lades ned.")
        );
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.AskConsentAnew);
        await family.SignAsync(person, caseId);
        await ActAsync(town, caseId, MilestoneKind.Booked);

        // Taken back after the booking, then a guardian who is one no longer.
        await DoAsync<MinorKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.TakeBackSignatureAsync(handle, id, town.Today, "Har ångrat sig.")
        );
        (await StopsAsync(town, caseId)).ShouldBe([Role.RegionalCoordinator, Role.IomCaseworker], ignoreOrder: true);
        await family.SignAsync(person, caseId);
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await DoAsync<GuardianKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.EndAsync(handle, id, guardian.Id, town.Today, "Ny god man.")
        );
        (await StopsAsync(town, caseId)).Count.ShouldBe(2);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.AskConsentAnew);
        (await RefusalAsync(() => family.SignAsync(person, caseId))).ShouldBe("GuardianMissing");

        // A no of an authority tells them too, and the child who left and was never met comes back to the social services.
        await DoAsync<GuardianKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) =>
                keeping.AddAsync(
                    handle,
                    id,
                    GuardianKind.AppointedGuardian,
                    new ForWhom(StandsFor.Person),
                    null,
                    new GuardianPayload("Ulla Modin", null, null)
                )
        );
        var next = (await family.GuardiansAsync(caseId)).Single(g => g.EndedOn is null);
        await DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.SignAsync(handle, id, next.Id, town.Today, Sheet));
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await DoAsync<MinorKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) =>
                keeping.DecideAsync(
                    handle,
                    id,
                    new BestInterestsOrder(DecisionSide.Sweden, false, town.Today, new BestInterestsPayload("Socialnämnden", null, null)),
                    null
                )
        );
        (await StopsAsync(town, caseId)).Count.ShouldBe(2);
        (
            await RefusalAsync(() =>
                DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today))
            )
        ).ShouldBe("NotLeftYet");
        town.Clock.MoveTo(town.Today.AddDays(10));
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().RecordAsync(handle, id, MilestoneKind.Departed, town.Today)
        );
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await StopAndReachAsync(town, person, caseId);
        (await RefusalAsync(() => EndAsync(town, person, caseId))).ShouldBe("TakingOverMissing");
        await DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today));
        await DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, "Fel barn."));
        (await RefusalAsync(() => EndAsync(town, person, caseId))).ShouldBe("TakingOverMissing");
        await DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today));
        await EndAsync(town, person, caseId);
        (await town.CaseAsync(caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_child_alone_from_the_first_contact_until_the_authority_has_taken_over(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Family("vast-1") with { Children = 0, IsMinor = true };
        var family = new DemoFamily(town.Hand);
        var caseId = await town.Story.FirstContactAsync(person);
        (await town.CaseAsync(caseId)).Minor.ShouldBe(MinorStanding.SwedenResponsible);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.PrepareMinor);
        await town.Story.DecideAsync(person, caseId);
        await family.MeetAsync(person, caseId);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);

        // The guardian signs beside the application before it is sent.
        (await RefusalAsync(() => town.Story.ReferAsync(person, caseId))).ShouldBe("GateOpen");
        await family.SignAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Story.AnswerAsync(person, caseId);
        await town.Homeward.PlanAsync(person, caseId);

        // Both countries say yes before anything is booked.
        await family.DecideAsync(person, caseId);
        (await RefusalAsync(() => town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10)))).ShouldBe("GateOpen");
        await family.DecideBestInterestsAsync(person, caseId, DecisionSide.HomeCountry, "District court");
        await ActAsync(town, caseId, MilestoneKind.Booked);

        town.Clock.MoveTo(town.Today.AddDays(10));
        (await RefusalAsync(() => town.Homeward.DepartAsync(person, caseId))).ShouldBe("GateOpen");
        await family.NameReceiverAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.PrepareMinor);
        (await RefusalAsync(() => family.ConfirmTakenOverAsync(person, caseId))).ShouldBe("NotArrivedYet");
        await town.Homeward.DepartAsync(person, caseId);
        town.Clock.MoveTo(town.Today.AddDays(1));
        await town.Homeward.ArriveAsync(person, caseId);
        await town.Homeward.ApproveAsync(caseId);
        for (var month = 0; month < 6; month++)
        {
            await town.Homeward.PayAsync(person, caseId);
            town.Clock.MoveTo(town.Today.AddMonths(1).AddDays(1));
        }

        // A child is never left between two authorities; what was confirmed wrongly is taken back, and the authority is not renamed after it.
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ConfirmTakingOver);
        (await RefusalAsync(() => town.Homeward.FinishAsync(person, caseId))).ShouldBe("TakingOverMissing");
        await family.ConfirmTakenOverAsync(person, caseId);
        (await RefusalAsync(() => family.NameReceiverAsync(person, caseId))).ShouldBe("TakenOverAlready");
        (
            await RefusalAsync(() =>
                DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, " "))
            )
        ).ShouldBe("ChildReasonMissing");
        await DoAsync<MinorKeeping>(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, "Fel dag."));
        (await town.CaseAsync(caseId)).Minor.ShouldBe(MinorStanding.SwedenResponsible);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ConfirmTakingOver);
        await family.ConfirmTakenOverAsync(person, caseId);
        (await town.CaseAsync(caseId)).Minor.ShouldBe(MinorStanding.TakenOver);
        await CloseAsync(town, person, caseId);
        (await town.CaseAsync(caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    private static async Task StopAndReachAsync(ProgrammeTown town, DemoCase person, Guid caseId)
    {
        await town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => scope.GetRequiredService<StopService>().StopAsync(handle, id));
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<StopService>().ReachedAsync(handle, id, new ReachedInput(ReachedHow.InPerson, town.Today, null))
        );
    }

    private static Task EndAsync(ProgrammeTown town, DemoCase person, Guid caseId) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.StoppedByPerson, true, true, true)
        );

    private static Task CloseAsync(ProgrammeTown town, DemoCase person, Guid caseId) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.Completed, true)
        );
}
