using System.Net;
using Hemvag.Auditing.Verification;
using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hemvag.Tests.Assessments;

public sealed class AssessmentPagesTests
{
    private const string Secret = "Fråga om faster i Bălți 5521";
    private static readonly string[] Pages =
    [
        "assessment",
        "eligibility",
        "information",
        "risks",
        "risks/new",
        "needs",
        "needs/housing",
        "health",
        "health/assessment",
        "investigation",
    ];

    [Fact]
    public async Task Each_role_sees_what_its_task_needs()
    {
        await using var world = await AssessmentWorld.StartAsync();
        var caseId = await world.OpenCaseAsync();
        await world.LetIomInAsync(caseId);
        await world.RunAsync(
            caseId,
            AssessmentWorld.Coordinator,
            work => work.AddParticipantAsync(Demo.DemoPeople.OrganisationIdOf("socialtjanst-almvik"), null, Role.ReferringProfessional, null)
        );
        var expected = new Dictionary<string, HttpStatusCode>
        {
            ["vast-1"] = HttpStatusCode.OK,
            ["iom-1"] = HttpStatusCode.OK,
            ["social-1"] = HttpStatusCode.Forbidden,
            ["stockholm-1"] = HttpStatusCode.NotFound,
            ["vast-2"] = HttpStatusCode.NotFound,
            ["moldova-1"] = HttpStatusCode.NotFound,
            ["approver-1"] = HttpStatusCode.NotFound,
            ["national-1"] = HttpStatusCode.NotFound,
            ["admin-1"] = HttpStatusCode.NotFound,
            ["dpo-1"] = HttpStatusCode.NotFound,
        };
        foreach (var (code, status) in expected)
        {
            using var client = await world.SignInAsync(code);
            foreach (var page in Pages)
            {
                var answer = await client.GetAsync($"/cases/{caseId}/{page}");
                Assert.True(status == answer.Status, $"{code} {page}: {answer.Status}");
            }
        }
    }

    [Theory]
    [InlineData("eligibility", AssessmentWorld.Caseworker)]
    [InlineData("information", AssessmentWorld.Caseworker)]
    [InlineData("needs", AssessmentWorld.Coordinator)]
    [InlineData("needs/housing", AssessmentWorld.Coordinator)]
    [InlineData("health", AssessmentWorld.Coordinator)]
    [InlineData("health/assessment", AssessmentWorld.Coordinator)]
    public async Task Who_may_read_may_not_therefore_write(string page, string code)
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(code);
        var caseId = await world.OpenCaseAsync();
        await world.LetIomInAsync(caseId);
        var shown = (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBeOk();
        Assert.Null(shown.Document.QuerySelector("main form [name^='Input.'], main form [name^='f.']"));
        // Any form's token will do for a forger.
        var token = shown.Document.QuerySelector("[name='__form']")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, shown.Url)
        {
            Content = new FormUrlEncodedContent([new("__form", token), new("OperationId", world.NewId().ToString())]),
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendOnceAsync(request)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Information_over_two_conversations_reaches_the_milestone(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var path = $"/cases/{caseId}/information";
        var all = world.Programme.Information.Select(t => t.Id).ToArray();
        Assert.Equal("GateDetail.InformationGiven.Nothing", (await world.GateAsync(caseId, GateKind.InformationGiven)).Detail);

        (await (await client.GetAsync(path)).Form("[name='Input.HeldOn']").SubmitAsync()).ShouldRefuse("NothingTold");
        (await Talk(await client.GetAsync(path), all[..3]).Fill("Input.Language", "ro").Fill("Input.Reading", "ReviewedText").SubmitAsync())
            .ShouldRefuse("LanguageNotReviewed")
            .ShouldShow(Secret);
        (await Talk(await client.GetAsync(path), all[..3]).Fill("Input.Language", "ro").Fill("Input.Reading", "ThroughInterpreter").SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse()
            .ShouldNotContain(Secret);
        var missing = await world.GateAsync(caseId, GateKind.InformationGiven);
        Assert.Equal((false, all.Length - 3), (missing.Met, (int)missing.Args[0]));

        (await Talk(await client.GetAsync(path), all[3..]).SubmitAsync()).ShouldNotRefuse();
        Assert.True((await world.GateAsync(caseId, GateKind.InformationGiven)).Met);
        Assert.Contains(MilestoneKind.InformationGiven, (await world.ReadAsync(db => db.Set<Case>().FirstAsync(c => c.Id == caseId))).ReachedSet);

        // A third conversation is recorded too, and reaches nothing anew.
        (await Talk(await client.GetAsync(path), all[..1]).SubmitAsync()).ShouldNotRefuse();
        Assert.Equal(3, await world.ReadAsync(db => db.Set<InformationConversation>().CountAsync()));
        await world.OpenAsync(caseId, AssessmentWorld.Coordinator, Compartment.Protection);
        (await client.GetAsync(path)).ShouldShow(Secret);
        await VerifyAsync(world);
    }

    [Theory, OnBothDatabases]
    public async Task Needs_and_health_are_concluded_and_nothing_is_forced(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Caseworker);
        var caseId = await world.OpenCaseAsync();
        await world.LetIomInAsync(caseId);
        await world.RunAsync(
            caseId,
            AssessmentWorld.Caseworker,
            async work =>
                await work.AskAsync(
                    new WorkAsked(WorkItemKind.AssessNeeds, Urgency.Date, Role.IomCaseworker, AssessmentWorld.IomFinlandId, null, "assessment", null)
                )
        );
        Assert.False((await world.GateAsync(caseId, GateKind.NeedsAssessed)).Met);
        (await Conclude(await client.GetAsync($"/cases/{caseId}/needs"), "Assessed").SubmitAsync()).ShouldRefuse("NothingAssessed");

        var section = await client.GetAsync($"/cases/{caseId}/needs/housing");
        (await section.Form("[name='f.housing-own-words']").Fill("f.housing-own-words", Secret).SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse()
            .ShouldNotContain(Secret);
        (await Conclude(await client.GetAsync($"/cases/{caseId}/needs"), "Assessed").SubmitAsync()).ShouldNotRefuse();
        Assert.Equal("GateDetail.NeedsAssessed.Met", (await world.GateAsync(caseId, GateKind.NeedsAssessed)).Detail);
        Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.AssessNeeds));

        (await Conclude(await client.GetAsync($"/cases/{caseId}/health"), "DoesNotWant").SubmitAsync()).ShouldNotRefuse();
        Assert.Equal(
            (true, "GateDetail.HealthAssessed.DoesNotWant"),
            ((await world.GateAsync(caseId, GateKind.HealthAssessed)).Met, (await world.GateAsync(caseId, GateKind.HealthAssessed)).Detail)
        );
        Assert.Empty(await world.OpenWorkAsync(caseId, WorkItemKind.AssessNeeds));

        (
            await Conclude(await client.GetAsync($"/cases/{caseId}/health"), "Assessed").Fill("Input.Fitness", "WithMedicalEscort").SubmitAsync()
        ).ShouldNotRefuse();
        var latest = await world.ReadAsync(db =>
            db.Set<AssessmentConclusion>().Where(c => c.Part == AssessmentPart.Health).OrderByDescending(c => c.Number).FirstAsync()
        );
        Assert.Equal((2, TravelFitness.WithMedicalEscort), (latest.Number, latest.Fitness));
        (await client.GetAsync($"/cases/{caseId}/assessment")).ShouldBeOk().ShouldShow("Ja, med medicinsk ledsagare");
        await VerifyAsync(world);
    }

    [Theory, OnBothDatabases]
    public async Task The_investigation_is_asked_about_and_its_note_sealed(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator, "en");
        var caseId = await world.OpenCaseAsync();
        var path = $"/cases/{caseId}/investigation";
        PageForm Asked(PageAnswer page) => page.Form("[name='Input.Investigation']").Fill("Input.Investigation", "Yes").Fill("Input.Note", Secret);

        (await (await client.GetAsync(path)).Form("[name='Input.Investigation']").SubmitAsync()).ShouldRefuse("Invalid");
        (await Asked(await client.GetAsync(path)).SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse()
            .ShouldNotContain(Secret)
            .ShouldShow("Is an investigation open?");
        Assert.Equal("GateDetail.InvestigationAsked.HeardNotAsked", (await world.GateAsync(caseId, GateKind.InvestigationAsked)).Detail);
        (await Asked(await client.GetAsync(path)).Fill("Input.Heard", "ChoseNotTo").SubmitAsync()).ShouldNotRefuse();
        Assert.True((await world.GateAsync(caseId, GateKind.InvestigationAsked)).Met);
        Assert.Equal(2, await world.ReadAsync(db => db.Set<InvestigationRecord>().CountAsync()));
        await world.OpenAsync(caseId, AssessmentWorld.Coordinator, Compartment.Justice);
        (await client.GetAsync(path)).ShouldShow(Secret);
        await VerifyAsync(world);
    }

    [Fact]
    public async Task Receipt_asks_iom_to_assess()
    {
        await using var world = await AssessmentWorld.StartAsync();
        var caseId = await world.OpenCaseAsync();
        await world.RunAsync(
            caseId,
            AssessmentWorld.Coordinator,
            async work =>
            {
                // Who cannot see the case is asked for nothing.
                await work.AddParticipantAsync(AssessmentWorld.IomFinlandId, null, Role.IomCaseworker, restsOn: null);
                work.Record(new MilestoneReached(MilestoneKind.ReceiptConfirmed, work.Today, ""));
            }
        );
        var item = Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.AssessNeeds));
        Assert.Equal((AssessmentWorld.IomFinlandId, Role.IomCaseworker), (item.OrganisationId, item.Role));
    }

    [Fact]
    public async Task A_closed_case_takes_nothing_more()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var forms = new List<PageForm>
        {
            Talk(await client.GetAsync($"/cases/{caseId}/information"), "risks"),
            (await client.GetAsync($"/cases/{caseId}/investigation")).Form("[name='Input.Investigation']").Fill("Input.Investigation", "No"),
        };
        await world.RunAsync(
            caseId,
            AssessmentWorld.Coordinator,
            work =>
            {
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ClosingGround.AnsweredAtFirstContact;
                work.Record(new CaseClosed(ClosingGround.AnsweredAtFirstContact, ""));
                return Task.CompletedTask;
            }
        );
        foreach (var form in forms)
        {
            (await form.SubmitAsync()).ShouldRefuse("CaseClosed");
        }
    }

    private static PageForm Talk(PageAnswer page, params string[] topics) =>
        page.Form("[name='Input.HeldOn']").Choose("Input.Topics", topics).Fill("Input.Questions", Secret);

    private static PageForm Conclude(PageAnswer page, string outcome) => page.Form("[name='Input.Outcome']").Fill("Input.Outcome", outcome);

    private static async Task VerifyAsync(AssessmentWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var verifier = scope.ServiceProvider.GetRequiredService<Verifier>();
        var (findings, _) = await world.ReadAsync(db => verifier.RunAsync(db, CancellationToken.None));
        Assert.Empty(findings);
    }
}
