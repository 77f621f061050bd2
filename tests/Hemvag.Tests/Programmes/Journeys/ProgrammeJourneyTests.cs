using System.Net;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Programmes.Journeys.JourneySteps;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>A case under each of the programme's versions, from its beginning to its close, by everyone whose part it is in that version.</summary>
public sealed class ProgrammeJourneyTests
{
    private const string Feedback = "Kursen kom för sent, men ni lyssnade.";

    // S3.24–S3.27: an adult 4,050 USD; S0 names no amounts and takes those of the version of its time.
    [Theory, OnBothDatabases]
    public Task A_case_of_2014_goes_from_the_secretariats_decision_to_its_evaluation(DatabaseKind kind) =>
        CarryAsync(kind, "amp-2014", new DateOnly(2015, 4, 7), who: "social-1");

    [Theory, OnBothDatabases]
    public Task A_case_of_the_three_steps_goes_from_the_request_to_the_feedback(DatabaseKind kind) =>
        CarryAsync(kind, "three-step-2016", new DateOnly(2016, 9, 12), who: "social-1");

    [Theory, OnBothDatabases]
    public async Task A_case_of_2018_goes_its_own_way_beside_them(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("vast-1");
        var caseId = await town.Story.FirstContactAsync(person);
        await town.Story.DecideAsync(person, caseId);
        await town.CarryAsync(person, caseId, months: 6);
        await town.PayEachLineAsync(person, caseId);
        await town.Homeward.FinishAsync(person, caseId);
        var file = await town.CaseAsync(caseId);
        (file.ProgrammeId, file.State, file.Has(MilestoneKind.Evaluated)).ShouldBe(("amp-2018", CaseState.Closed, false));
        await ShouldHoldAsync(town, caseId, 900_00, 2800_00, 300_00);
        await town.VerifyAsync();
    }

    // S0.16, S0.17: in the three steps the support is confirmed before the plan. Housing has a line of its own there (S3.27).
    [Theory, OnBothDatabases]
    public async Task Under_the_three_steps_the_support_is_confirmed_before_the_plan(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(
            person.Coordinator,
            "three-step-2016",
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = new(2016, 9, 12) }
        );
        await town.ConsentAsync(person, caseId);
        await town.Story.DecideAsync(person, caseId);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Homeward.NameOfficeAsync(person, caseId);
        var form = (await (await town.AsAsync("iom-1")).GetAsync($"/cases/{caseId}/plan/items")).ShouldBeOk().Form("[name='Input.Goal']");
        form.Fill("Input.Purpose", "Housing").Fill("Input.Amount", "301").Fill("Input.Month", "1");
        form.Fill("Input.Responsible", "LocalOfficeWorker").Fill("Input.DrawnUpOn", $"{town.Today:yyyy-MM-dd}").Fill("Input.Goal", "Ett eget rum");

        var refused = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("PlanBeforeSupport");

        refused.Document.QuerySelector("[name='Input.Goal']")!.GetAttribute("value").ShouldBe("Ett eget rum");
        (await town.WithDbAsync(db => db.Set<PlanItem>().CountAsync(i => i.CaseId == caseId, Stop))).ShouldBe(0);
        Task Agree() =>
            town.Hand.ActAsync(
                "iom-1",
                caseId,
                (scope, handle, id) =>
                    scope
                        .GetRequiredService<CaseOperations>()
                        .RunAsync(handle, id, "Test", OperationNature.Act, work => work.ReachAsync(MilestoneKind.PlanAgreed, work.Today))
            );
        (await Should.ThrowAsync<RefusedException>(Agree)).Refusal.Name.ShouldBe("MilestoneTooEarly");

        await town.Story.AnswerAsync(person, caseId);
        (await form.SubmitOnceAsync()).ShouldRefuse("PlanAboveCeiling");
        (await form.Fill("Input.Amount", "300").SubmitOnceAsync()).RedirectsTo.ShouldBe($"/cases/{caseId}/plan");
        var item = await town.WithDbAsync(db => db.Set<PlanItem>().AsNoTracking().SingleAsync(i => i.CaseId == caseId, Stop));
        (item.Category, item.AmountMinor).ShouldBe((EntitlementCategory.Housing, 300_00));
        // The plan is there and not yet agreed by all.
        (await Should.ThrowAsync<RefusedException>(Agree)).Refusal.Name.ShouldBe("GateOpen");
        await town.VerifyAsync();
    }

    private static async Task CarryAsync(DatabaseKind kind, string version, DateOnly firstContact, string who)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(
            person.Coordinator,
            version,
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = firstContact }
        );
        await town.ConsentAsync(person, caseId);
        var partner = DemoPeople.OrganisationIdOf(DemoPeople.SocialServices);
        await town.Story.ConsentAsync(person, caseId, ConsentPurpose.ProgressNotesToSwedishPartners, partner);
        await town.Story.DecideAsync(person, caseId);
        (await town.Hand.WhoMayAsync(caseId, CaseAction.RecordInformation, person.Coordinator, who)).ShouldBe(who);
        (await town.Hand.WhoMayAsync(caseId, CaseAction.SignApplication, person.Coordinator, who)).ShouldBe(who);
        await town.CarryAsync(person, caseId, months: 3);
        // S3.12: IOM answers whoever has sent it directly, and Länsstyrelsen, today the region, is kept informed (S3.13).
        await ShouldReadAsync(town, who, $"/cases/{caseId}/referral", "We have received the referral");
        await ShouldReadAsync(town, person.Coordinator, $"/cases/{caseId}/referral", "We have received the referral");
        await town.PayEachLineAsync(person, caseId);
        await town.EvaluateAsync(person, caseId, Feedback, partner);
        // S0.23, S3.30
        await ShouldReadAsync(town, who, $"/cases/{caseId}/follow-up/notes", Feedback);
        await town.CloseAsync(person, caseId);
        var file = await town.CaseAsync(caseId);
        (file.ProgrammeId, file.State, file.Has(MilestoneKind.Evaluated)).ShouldBe((version, CaseState.Closed, true));
        file.Number.ShouldStartWith($"ÅMP {firstContact.Year}-");
        // Both say whose form and whose sentences they were.
        (
            await town.WithDbAsync(db => db.Set<ApplicationSignature>().Where(s => s.CaseId == caseId).Select(s => s.ProgrammeId).SingleAsync(Stop))
        ).ShouldBe(version);
        (
            await town.WithDbAsync(db =>
                db.Set<VoluntarinessCertificate>().Where(s => s.CaseId == caseId).Select(s => s.ProgrammeId).SingleAsync(Stop)
            )
        ).ShouldBe(version);
        await ShouldHoldAsync(town, caseId, 450_00, 3000_00, 300_00, 300_00);
        await town.VerifyAsync();
    }

    // Sealed until it is opened.
    private static async Task ShouldReadAsync(ProgrammeTown town, string who, string path, string words)
    {
        var closed = (await (await town.AsAsync(who)).GetAsync(path)).ShouldBeOk().ShouldNotContain(words);
        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(words);
    }
}
