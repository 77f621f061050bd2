using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.FollowUp.Evaluations;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Programmes.Journeys;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.FollowUp;

/// <summary>Every case of 2014 is evaluated at its end, with the person's feedback if they wish (S3.30, S0.23).</summary>
public sealed class EvaluationTests
{
    private const string Feedback = "Kursen kom för sent, men ni lyssnade.";

    [Theory, OnBothDatabases]
    public async Task It_is_evaluated_once_and_the_feedback_goes_to_the_partners_named(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var caseId = await EndedAsync(town, partner: true);
        var path = $"/cases/{caseId}/follow-up/evaluation";
        var iom = await town.AsAsync("iom-1");
        var form = (await iom.GetAsync(path)).ShouldBeOk().Form("[name='Input.Goals']");
        form.Fill("Input.Goals", "Partly").Fill("Input.Helped", "Kursen").Fill("Input.Feedback", Feedback);

        var refused = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("FeedbackNotAgreed");
        refused.Document.QuerySelector("[name='Input.Feedback']")!.TextContent.Trim().ShouldBe(Feedback);
        (await EvaluationsAsync(town, caseId)).ShouldBe(0);

        form.Fill("Input.MayGiveFeedback", "true").Fill("Input.Forward", "true");
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await EvaluationsAsync(town, caseId)).ShouldBe(1);
        (await EventsAsync(town, "EvaluateCase")).ShouldContain(nameof(CaseEvaluated));
        (await town.WithDbAsync(db => db.Set<ProgressNote>().CountAsync(n => n.CaseId == caseId))).ShouldBe(1);
        (
            await town.WithDbAsync(db =>
                db.Set<WorkItem>().AnyAsync(w => w.CaseId == caseId && w.Kind == WorkItemKind.EvaluateCase && w.DoneAt == null)
            )
        ).ShouldBeFalse();

        var closed = (await iom.GetAsync(path)).ShouldBeOk().ShouldNotContain(Feedback).ShouldShow("Partly");
        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(Feedback);
        await town.VerifyAsync();
    }

    [Fact]
    public async Task Closing_shows_that_it_is_missing_and_who_may_not_evaluate_sees_no_form()
    {
        await using var town = await ProgrammeTown.StartAsync(DatabaseKind.Sqlite);
        var caseId = await EndedAsync(town, partner: false);
        var path = $"/cases/{caseId}/follow-up/evaluation";
        var coordinator = await town.AsAsync("stockholm-1");
        (await coordinator.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldShow("Ärendet är inte utvärderat.");
        (await coordinator.GetAsync(path)).ShouldBeOk().Document.QuerySelector("[name='Input.Goals']").ShouldBeNull();
        (await (await town.AsAsync("social-1")).GetAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await town.AsAsync("syd-1")).GetAsync(path)).ShouldBeHidden();
        var iom = (await (await town.AsAsync("iom-1")).GetAsync(path)).ShouldBeOk();
        iom.Document.QuerySelector("[name='Input.Forward']").ShouldBeNull();
        var forged = iom.Form("[name='Input.Goals']")
            .Fill("Input.Goals", "Fully")
            .Fill("Input.MayGiveFeedback", "true")
            .Fill("Input.Feedback", Feedback)
            .Forge("Input.Forward", "true");
        (await forged.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NoPartnerNamed");
    }

    [Theory, OnBothDatabases]
    public async Task The_words_go_to_those_the_form_named_and_to_nobody_named_since(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var caseId = await EndedAsync(town, partner: true);
        var path = $"/cases/{caseId}/follow-up/evaluation";
        var form = (await (await town.AsAsync("iom-1")).GetAsync(path)).ShouldBeOk().Form("[name='Input.Goals']");
        form.Fill("Input.Goals", "Partly").Fill("Input.MayGiveFeedback", "true").Fill("Input.Feedback", Feedback).Fill("Input.Forward", "true");
        await town.Story.ConsentAsync(Person, caseId, ConsentPurpose.ProgressNotesToSwedishPartners, DemoPeople.OrganisationIdOf(DemoPeople.Shelter));

        var refused = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("SectionChanged");

        (await EvaluationsAsync(town, caseId)).ShouldBe(0);
        // The form shown again names them all.
        (await refused.Form("[name='Input.Goals']").SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await EvaluationsAsync(town, caseId)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task It_comes_after_the_follow_up_and_before_a_case_is_closed_as_carried_through(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var caseId = await EndedAsync(town, partner: false, ended: false);
        var request = new EvaluationRequest(town.Today, GoalsReached.Fully, null, null, false, null, false, []);
        Task Evaluate() =>
            town.Hand.ActAsync("iom-1", caseId, (scope, handle, id) => scope.GetRequiredService<Evaluating>().EvaluateAsync(handle, id, request));
        Task Close(ClosingGround ground) =>
            town.Hand.ActAsync(
                "stockholm-1",
                caseId,
                (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ground, true)
            );

        (await Should.ThrowAsync<RefusedException>(Evaluate)).Refusal.Name.ShouldBe("MilestoneTooEarly");
        await town.Homeward.EndFollowUpAsync(Person, caseId);
        (await Should.ThrowAsync<RefusedException>(() => Close(ClosingGround.Completed))).Refusal.Name.ShouldBe("NotEvaluated");
        await Evaluate();
        await Close(ClosingGround.Completed);
    }

    [Fact]
    public async Task Where_the_version_asks_for_none_the_page_is_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var who in new[] { "iom-1", "moldova-1", "vast-1" })
        {
            (await (await world.AsAsync(who)).GetAsync($"/cases/{world.Cases["c04"]}/follow-up/evaluation")).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    /// <summary>A case of 2014 whose months of follow-up are over.</summary>
    private static async Task<Guid> EndedAsync(ProgrammeTown town, bool partner, bool ended = true)
    {
        var person = Person;
        var caseId = await town.EnterAsync(
            person.Coordinator,
            "amp-2014",
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = new(2016, 5, 2) }
        );
        await town.ConsentAsync(person, caseId);
        if (partner)
        {
            await town.Story.ConsentAsync(
                person,
                caseId,
                ConsentPurpose.ProgressNotesToSwedishPartners,
                DemoPeople.OrganisationIdOf(DemoPeople.SocialServices)
            );
        }

        await town.Story.DecideAsync(person, caseId);
        await town.CarryAsync(person, caseId, months: 3);
        if (ended)
        {
            await town.Homeward.EndFollowUpAsync(person, caseId);
        }

        return caseId;
    }

    private static DemoCase Person =>
        new("c90", "Ioana", "Munteanu", null, "070-174 06 05", "ro", "RO", "stockholm-1", "romania", 0, DemoStage.Closed);

    private static Task<int> EvaluationsAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<CaseEvaluation>().CountAsync(e => e.CaseId == caseId));

    private static Task<List<string>> EventsAsync(ProgrammeTown town, string operation) =>
        town.WithDbAsync(db => db.Set<Operation>().Where(o => o.Kind == operation).SelectMany(o => o.Events).Select(e => e.Kind).ToListAsync());
}
