using System.Net;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>The pages of the journey over HTTP: who may, what is refused and kept, what is saved.</summary>
public sealed class TravelPagesTests
{
    private const string TokenField = "__form";

    private static readonly string[] Pages =
    [
        "travel",
        "travel/office",
        "travel/arrangements/Flights",
        "travel/arrangements/Escort",
        "travel/journey",
        "travel/will",
        "travel/milestones/Booked",
        "travel/milestones/ReadyToTravel",
        "travel/milestones/Departed",
        "travel/milestones/MetOnArrival",
        "travel/milestones/OnwardJourneyDone",
    ];

    /// <summary>Those only the caseworker may see.</summary>
    private static readonly string[] ForTheCaseworker = ["travel/office", "travel/journey"];

    [Fact]
    public async Task Each_role_sees_what_its_task_needs_and_strangers_see_nothing()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        var statuses = new Dictionary<CurrentAccount, Func<string, HttpStatusCode>>
        {
            [world.Caseworker] = _ => HttpStatusCode.OK,
            [world.Coordinator] = ForOthers,
            [world.Local] = ForOthers,
            [world.Approver] = _ => HttpStatusCode.Forbidden,
            [world.Stranger] = _ => HttpStatusCode.NotFound,
            [world.LocalElsewhere] = _ => HttpStatusCode.NotFound,
        };
        foreach (var (account, expected) in statuses)
        {
            using var client = await world.SignInAsync(account);
            foreach (var page in Pages)
            {
                var answer = await client.GetAsync($"/cases/{caseId}/{page}");
                answer.Status.ShouldBe(expected(page), $"{account.Name} at {page}");
            }
        }
    }

    [Fact]
    public async Task Every_page_reads_in_both_languages_without_a_missing_text()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        foreach (var (account, word) in new[] { (world.Caseworker, "Resa"), (world.EnglishCaseworker, "journey") })
        {
            using var client = await world.SignInAsync(account);
            foreach (var page in Pages)
            {
                var answer = (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBeOk().ShouldShow(word);
                answer.Text.ShouldNotMatch(
                    @"\b(Travel|Arrangements|Journey|Will|Office|Milestones|Gate|GateDetail|Sealed|Refusal)\.[A-Z]",
                    $"{word} {page}"
                );
            }
        }
    }

    [Theory]
    [InlineData("travel/arrangements/Nothing")]
    [InlineData("travel/arrangements/0")]
    [InlineData("travel/milestones/Referred")]
    [InlineData("travel/milestones/1")]
    public async Task A_part_or_milestone_that_is_not_of_the_journey_is_not_there(string page)
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task The_office_is_named_or_refused_with_the_choice_kept(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova);
        using var client = await world.SignInAsync(world.Caseworker);
        var page = (await client.GetAsync($"/cases/{caseId}/travel/office")).ShouldBeOk();
        Form(page)["Input.OrganisationId"].ShouldBe(TravelWorld.Moldova.ToString("D"));

        var refused = await Form(page).Fill("Input.OrganisationId", TravelWorld.Romania.ToString("D")).SubmitAsync();
        refused.ShouldRefuse("LocalOfficeConsentMissing").ShouldShow("Personen har inte sagt ja till just det kontoret");
        Form(refused)["Input.OrganisationId"].ShouldBe(TravelWorld.Romania.ToString("D"));
        (await Form(page).Fill("Input.OrganisationId", null).SubmitAsync()).ShouldRefuse("Invalid");
        (await world.SeesAsync(world.Local, caseId)).ShouldBeFalse();

        (await Form(refused).Fill("Input.OrganisationId", TravelWorld.Moldova.ToString("D")).SubmitAsync()).ShouldBeOk();
        (await world.SeesAsync(world.Local, caseId)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Why_the_office_was_changed_is_read_where_it_was_written_under_an_opening(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova, TravelWorld.Romania);
        using var client = await world.SignInAsync(world.Caseworker);
        var address = $"/cases/{caseId}/travel/office";
        (await Form(await client.GetAsync(address)).Fill("Input.OrganisationId", TravelWorld.Moldova.ToString("D")).SubmitAsync()).ShouldBeOk();
        var change = Form(await client.GetAsync(address)).Fill("Input.OrganisationId", TravelWorld.Romania.ToString("D"));
        (await change.Fill("Input.Reason", "Hen flyttar till Kanariefågel").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();

        var closed = (await client.GetAsync(address)).ShouldBeOk().ShouldNotContain("Kanariefågel");

        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow("Hen flyttar till Kanariefågel").ShouldShow("Kontoret före");
    }

    [Theory, OnBothDatabases]
    public async Task An_arrangement_is_decided_by_the_caseworker_and_answered_by_the_office(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        var address = $"/cases/{caseId}/travel/arrangements/Reception";
        using var caseworker = await world.SignInAsync(world.Caseworker);
        var page = (await caseworker.GetAsync(address)).ShouldBeOk();
        var invalid = await Form(page, "Decision.Note").Fill("Decision.Note", "Röd halsduk").SubmitAsync();
        invalid.ShouldRefuse("Invalid");
        Form(invalid, "Decision.Note")["Decision.Note"].ShouldBe("Röd halsduk");
        (await Form(invalid, "Decision.Note").Choose("Decision.Need", "Needed").SubmitAsync()).ShouldBeOk().ShouldNotContain("Röd halsduk");
        (await world.EventsAsync(caseId)).ShouldBe(["ArrangementDecided", "RecordSealed", "WorkItemAsked"]);

        using var coordinator = await world.SignInAsync(world.Coordinator);
        (await coordinator.GetAsync(address)).ShouldBeOk().Document.QuerySelector("[name='Decision.Need']").ShouldBeNull();
        using var local = await world.SignInAsync(world.Local);
        var asked = (await local.GetAsync(address)).ShouldBeOk().ShouldNotContain("Röd halsduk");
        asked.Document.QuerySelector("[name='Decision.Need']").ShouldBeNull();
        (await Form(asked, "Answer.Confirmed").SubmitAsync()).ShouldRefuse("Invalid");
        (await Form(asked, "Answer.Confirmed").Choose("Answer.Confirmed", "true").SubmitAsync()).ShouldBeOk().ShouldShow("Bekräftat");
        (
            await Form(asked, "Answer.Confirmed").Choose("Answer.Confirmed", "true").Forge("OperationId", world.NewId().ToString()).SubmitAsync()
        ).ShouldRefuse("NothingToAnswer");
    }

    [Theory, OnBothDatabases]
    public async Task A_handler_takes_only_what_its_right_is_for(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var local = await world.SignInAsync(world.Local);
        var arrival = (await local.GetAsync($"/cases/{caseId}/travel/milestones/MetOnArrival")).ShouldBeOk();
        var token = Form(arrival, "OccurredOn").Fields.Single(f => f.Key == TokenField).Value;
        (await PostAsync(local, $"/cases/{caseId}/travel/milestones/Booked?handler=Arrival", token)).ShouldBeHidden();
        (await PostAsync(local, $"/cases/{caseId}/travel/milestones/Booked?handler=Act", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/milestones/Departed?handler=Departure", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/arrangements/Flights?handler=Decide", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/arrangements/Flights?handler=Cancel", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/office", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/journey", token)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(local, $"/cases/{caseId}/travel/will", token)).ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await world.SignInAsync(world.Stranger);
        var own = (await stranger.GetAsync("/account")).ShouldBeOk().Document.QuerySelector($"[name='{TokenField}']")!.GetAttribute("value")!;
        (await PostAsync(stranger, $"/cases/{caseId}/travel/milestones/Departed?handler=Departure", own)).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task The_journey_is_planned_sealed_and_its_times_never_stand_in_clear(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var page = (await client.GetAsync($"/cases/{caseId}/travel/journey")).ShouldBeOk();
        var form = Form(page, "Input.DepartsOn");
        form["Input.DepartureZone"].ShouldBe("Europe/Stockholm");
        form["Input.ArrivalZone"].ShouldBe("Europe/Chisinau");
        var refused = await form.Fill("Input.DepartsOn", "2026-09-10")
            .Fill("Input.ArrivesOn", "2026-09-08")
            .Fill("Input.Route", "Över Wien")
            .SubmitAsync();
        refused.ShouldRefuse("ArrivesBeforeDeparture");
        Form(refused, "Input.DepartsOn")["Input.Route"].ShouldBe("Över Wien");
        (await Form(refused, "Input.DepartsOn").Fill("Input.DepartsOn", "i morgon").SubmitAsync()).ShouldRefuse("Invalid");

        var saved = await Form(refused, "Input.DepartsOn").Fill("Input.ArrivesOn", "2026-09-10").SubmitAsync();
        saved.ShouldBeOk().ShouldNotContain("Över Wien").ShouldNotContain("10 september");
        (await world.EventsAsync(caseId)).ShouldBe(["JourneyPlanned", "WorkItemAsked"]);
        (await client.GetAsync($"/cases/{caseId}/travel/journey")).ShouldBeOk().ShouldNotContain("Över Wien").ShouldNotContain("2026-09-10");
    }

    [Theory]
    [InlineData("travel/journey", "Input.Route")]
    [InlineData("travel/arrangements/Reception", "Decision.Note")]
    public async Task Who_saves_second_is_shown_what_stands_and_may_then_save(string path, string field)
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        using var first = await world.SignInAsync(world.Caseworker);
        using var second = await world.SignInAsync(world.EnglishCaseworker);
        var late = Filled((await second.GetAsync($"/cases/{caseId}/{path}")).ShouldBeOk(), field, "Sent");
        (await Filled((await first.GetAsync($"/cases/{caseId}/{path}")).ShouldBeOk(), field, "Tidigt").SubmitAsync()).ShouldBeOk();
        (await (await second.GetAsync($"/cases/{caseId}/{path}")).Form($"form[action='/cases/{caseId}/open'] button").SubmitAsync()).ShouldBeOk();

        var refused = await late.SubmitAsync();

        refused.ShouldRefuse("SectionChanged").ShouldShow("Tidigt");
        Form(refused, field)[field].ShouldBe("Sent");
        (await Form(refused, field).SubmitAsync()).ShouldBeOk();
    }

    private static PageForm Filled(PageAnswer page, string field, string text)
    {
        var form = Form(page, field).Fill(field, text);
        return field == "Input.Route"
            ? form.Fill("Input.DepartsOn", "2026-09-10").Fill("Input.ArrivesOn", "2026-09-10")
            : form.Choose("Decision.Need", "Needed");
    }

    [Theory, OnBothDatabases]
    public async Task After_a_no_the_stop_stands_beside_the_answer_and_nothing_is_chosen_beforehand(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Coordinator);
        var page = (await client.GetAsync($"/cases/{caseId}/travel/will")).ShouldBeOk();
        page.Document.QuerySelectorAll("[name='Input.Word'][checked]").ShouldBeEmpty();
        var form = Form(page, "Input.AskedOn").Choose("Input.How", "ByPhone").Fill("Input.Language", "ro").Fill("Input.Interpreter", "Tolk Testsson");
        (await form.SubmitAsync()).ShouldRefuse("Invalid");
        var answered = await form.Choose("Input.Word", "No").SubmitAsync();
        answered.ShouldBeOk().ShouldShow("Personen vill inte resa").ShouldNotContain("Tolk Testsson");
        answered.Document.QuerySelectorAll($"form[action='/cases/{caseId}/stop']").Length.ShouldBeGreaterThan(1);
        (await world.EventsAsync(caseId)).ShouldBe(["WillAsked", "RecordSealed", "WorkItemAsked"]);
        (
            await Form(page, "Input.AskedOn")
                .Forge("OperationId", world.NewId().ToString())
                .Fill("Input.AskedOn", "2026-09-02")
                .Choose("Input.How", "ByPhone")
                .Fill("Input.Language", "ro")
                .Choose("Input.Word", "Yes")
                .SubmitAsync()
        ).ShouldRefuse("DateInFuture");
    }

    [Theory, OnBothDatabases]
    public async Task An_act_shows_its_gates_and_is_refused_while_one_is_open(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var page = (await client.GetAsync($"/cases/{caseId}/travel/milestones/Booked")).ShouldBeOk();
        page.ShouldShow("3 av 5 villkor är uppfyllda").ShouldShow("6 av 6 delar är inte avgjorda.");
        (await Form(page, "OccurredOn").SubmitAsync()).ShouldRefuse("GateOpen");
        var departed = (await client.GetAsync($"/cases/{caseId}/travel/milestones/Departed")).ShouldBeOk();
        (await Form(departed, "OccurredOn").Fill("OccurredOn", "2026-09-02").SubmitAsync()).ShouldRefuse("DateInFuture");
        (await Form(departed, "OccurredOn").Fill("OccurredOn", "").SubmitAsync()).ShouldRefuse("Invalid");
        (await Form(departed, "OccurredOn").SubmitAsync()).ShouldBeOk().ShouldShow("Antecknat medan detta var öppet");
    }

    [Theory, OnBothDatabases]
    public async Task On_a_held_case_the_page_says_so_and_offers_no_act(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.ActAsync<Arranging>(
            world.Caseworker,
            caseId,
            (s, h) =>
                s.DecideAsync(
                    h,
                    world.NewId(),
                    new ArrangementDecision(TravelArrangementKind.Flights, ArrangementNeed.Needed, TravelWorld.IomFinland, null, null, 0)
                )
        );
        await world.ActAsync<Arranging>(
            world.Caseworker,
            caseId,
            (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Flights, true, null)
        );
        await world.HoldAsync(caseId);
        using var client = await world.SignInAsync(world.Caseworker);
        var act = (await client.GetAsync($"/cases/{caseId}/travel/milestones/Booked")).ShouldBeOk();
        act.Document.QuerySelector("[name='OccurredOn']").ShouldBeNull();
        var booking = (await client.GetAsync($"/cases/{caseId}/travel/arrangements/Flights")).ShouldBeOk();
        booking.ShouldShow("Den kan avbokas först när någon har nått personen");
        booking.Document.QuerySelector("[name='Cancel.Note']").ShouldBeNull();
        await world.ReachPersonAsync(caseId);
        var reached = (await client.GetAsync($"/cases/{caseId}/travel/arrangements/Flights")).ShouldBeOk();
        (await Form(reached, "Cancel.Note").SubmitAsync()).ShouldBeOk().ShouldShow("Avbokat");
        (await world.EventsAsync(caseId)).ShouldContain("ArrangementCancelled");
        (await Form((await client.GetAsync($"/cases/{caseId}/travel/milestones/Departed")).ShouldBeOk(), "OccurredOn").SubmitAsync()).ShouldBeOk();
    }

    private static HttpStatusCode ForOthers(string page) => ForTheCaseworker.Contains(page) ? HttpStatusCode.Forbidden : HttpStatusCode.OK;

    private static PageForm Form(PageAnswer page, string field = "Input.OrganisationId") => page.Form($"[name='{field}']");

    private static Task<PageAnswer> PostAsync(PageClient client, string path, string token) =>
        client.SendOnceAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { [TokenField] = token, ["OccurredOn"] = "2026-09-01" }),
            }
        );
}
