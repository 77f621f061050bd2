using System.Globalization;
using Hemvag.Modules.Assessments;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Assessments;

public sealed class RiskPageTests
{
    private const string Secret = "Brodern i huset bredvid 8123";

    [Theory, OnBothDatabases]
    public async Task A_row_is_added_completed_and_the_gates_follow(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        Assert.Equal("GateDetail.RiskTableComplete.Empty", (await world.GateAsync(caseId, GateKind.RiskTableComplete)).Detail);

        (await Filled(await client.GetAsync($"/cases/{caseId}/risks/new")).SubmitAsync()).ShouldBeOk().ShouldNotRefuse().ShouldNotContain(Secret);
        var row = await RowAsync(world, caseId);
        Assert.Equal((RiskLevel.High, 1, 1, false), (row.Level, row.Number, row.Version, row.HasMeasure));
        Assert.Contains("RiskWritten", await world.EventsAsync(caseId));
        var open = await world.GateAsync(caseId, GateKind.RiskTableComplete);
        Assert.Equal(("GateDetail.RiskTableComplete.Measure", $"risks/{row.Id:D}"), (open.Detail, open.Page));
        Assert.Equal([1, 1], open.Args);
        Assert.Equal("GateDetail.HighRisksOwned.NamedOwner", (await world.GateAsync(caseId, GateKind.HighRisksOwned)).Detail);

        await world.OpenAsync(caseId, AssessmentWorld.Coordinator, Compartment.Protection);
        var page = (await client.GetAsync($"/cases/{caseId}/{open.Page}")).ShouldBeOk().ShouldShow(Secret);
        var form = page.Form("[name='Input.Phase']").Fill("Input.Measure", "Ny adress").Fill("Input.DueOn", Iso(world.Today.AddDays(5)));
        (await form.Fill("Input.Owner", OwnerOption(page, "Ylva Granlid")).SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        Assert.True((await world.GateAsync(caseId, GateKind.RiskTableComplete)).Met);
        Assert.True((await world.GateAsync(caseId, GateKind.HighRisksOwned)).Met);
        var item = Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.RiskDue));
        Assert.Equal((row.Id, world.Today.AddDays(5), $"risks/{row.Id:D}"), (item.SubjectId, item.DueOn, item.Page));
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_edit_one_row_and_both_versions_are_shown(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var first = await world.SignInAsync(AssessmentWorld.Coordinator);
        using var second = await world.SignInAsync(AssessmentWorld.Caseworker);
        var caseId = await world.OpenCaseAsync();
        await world.LetIomInAsync(caseId);
        (await Filled(await first.GetAsync($"/cases/{caseId}/risks/new")).SubmitAsync()).ShouldNotRefuse();
        var path = $"/cases/{caseId}/risks/{(await RowAsync(world, caseId)).Id}";
        await world.OpenAsync(caseId, AssessmentWorld.Coordinator, Compartment.Protection);
        await world.OpenAsync(caseId, AssessmentWorld.Caseworker, Compartment.Protection);
        var mine = (await first.GetAsync(path)).Form("[name='Input.Phase']").Fill("Input.Measure", "Min åtgärd");
        var theirs = (await second.GetAsync(path)).Form("[name='Input.Phase']").Fill("Input.Measure", "Deras åtgärd");

        (await theirs.SubmitAsync()).ShouldNotRefuse();
        var refused = (await mine.SubmitAsync()).ShouldRefuse("SectionChanged").ShouldShow("Min åtgärd").ShouldShow("Deras åtgärd");
        Assert.Equal(2, (await RowAsync(world, caseId)).Version);

        (await refused.Form("[name='Input.Phase']").SubmitAsync("SaveMine")).ShouldNotRefuse();
        Assert.Equal(3, (await RowAsync(world, caseId)).Version);
        (await first.GetAsync(path)).ShouldShow("Min åtgärd").ShouldNotContain("Deras åtgärd");
    }

    [Fact]
    public async Task A_row_is_reviewed_closed_and_opened_again()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var add = await client.GetAsync($"/cases/{caseId}/risks/new");
        await Filled(add).Fill("Input.Owner", OwnerOption(add, "Ylva Granlid")).Fill("Input.DueOn", Iso(world.Today)).SubmitAsync();
        var row = await RowAsync(world, caseId);
        var path = $"/cases/{caseId}/risks/{row.Id}";
        Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.RiskDue));

        var later = world.Today.AddDays(30);
        var review = (await client.GetAsync(path)).Form("[name='Review.Note']").Fill("Review.Note", Secret).Fill("Review.DueOn", Iso(later));
        (await review.SubmitAsync("Review")).ShouldBeOk().ShouldNotRefuse().ShouldNotContain(Secret);
        Assert.Equal(later, Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.RiskDue)).DueOn);

        (await (await client.GetAsync(path)).Form("[name='Review.Note']").SubmitAsync("Close")).ShouldNotRefuse();
        Assert.Equal(RiskStatus.Closed, (await RowAsync(world, caseId)).Status);
        Assert.Empty(await world.OpenWorkAsync(caseId, WorkItemKind.RiskDue));

        (await (await client.GetAsync(path)).Form("[name='Review.Note']").SubmitAsync("Reopen")).ShouldNotRefuse();
        Assert.Equal(RiskStatus.Open, (await RowAsync(world, caseId)).Status);
        Assert.Equal(3, (await world.EventsAsync(caseId)).Count(e => e == "RiskReviewed"));
    }

    [Fact]
    public async Task Another_cases_row_is_not_there()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var (mine, other) = (await world.OpenCaseAsync(), await world.OpenCaseAsync());
        await Filled(await client.GetAsync($"/cases/{other}/risks/new")).SubmitAsync();
        var row = await RowAsync(world, other);
        (await client.GetAsync($"/cases/{mine}/risks/{row.Id}")).ShouldBeHidden();
        await Assert.ThrowsAsync<NotThereException>(() =>
            world.CallAsync<RiskTable>(
                mine,
                AssessmentWorld.Coordinator,
                (table, handle) => table.ReviewAsync(handle, world.NewId(), row.Id, row.Version, RiskStep.Close, null, null)
            )
        );
    }

    [Fact]
    public async Task Wrong_answers_are_refused_and_what_was_typed_stays()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var page = await client.GetAsync($"/cases/{caseId}/risks/new");
        (await Filled(page).Fill("Input.Likelihood", null).SubmitAsync()).ShouldRefuse("Invalid").ShouldShow(Secret);
        (await Filled(page).Forge("Input.Category", "other").SubmitAsync()).ShouldRefuse("WordUnknown").ShouldShow(Secret);
        (await Filled(page).Fill("Input.ResidualLikelihood", "likely").SubmitAsync()).ShouldRefuse("ResidualHalf").ShouldShow(Secret);
        (await Filled(page).Forge("Input.Owner", $"{AssessmentWorld.IomFinlandId:N}/IomCaseworker").SubmitAsync()).ShouldRefuse("OwnerNotOnCase");
        (await Filled(page).Fill("Input.DueOn", "i morgon").SubmitAsync()).ShouldRefuse("Invalid").ShouldShow(Secret);
        (await Filled(page).Fill("Input.Description", new string('x', 5000)).SubmitAsync()).ShouldRefuse("Invalid");
        Assert.Equal(0, await world.ReadAsync(db => db.Set<RiskRow>().CountAsync()));
    }

    [Fact]
    public async Task The_gates_sentence_and_link_name_the_row_in_both_languages()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        await Filled(await client.GetAsync($"/cases/{caseId}/risks/new")).SubmitAsync();
        var state = await world.GateAsync(caseId, GateKind.RiskTableComplete);
        var texts = new System.Resources.ResourceManager(typeof(AssessmentsTexts));
        foreach (
            var (culture, sentence, link) in new[]
            {
                ("sv", "Rad 1 av 1 har ingen åtgärd", "Ange åtgärd på rad 1"),
                ("en", "Row 1 of 1 has no measure", "Give a measure on row 1"),
            }
        )
        {
            var language = CultureInfo.GetCultureInfo(culture);
            Assert.StartsWith(sentence, string.Format(language, texts.GetString(state.Detail, language)!, state.Args), StringComparison.Ordinal);
            Assert.Equal(link, string.Format(language, texts.GetString(state.Detail + ".Link", language)!, state.Args));
        }
    }

    private static Task<RiskRow> RowAsync(AssessmentWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<RiskRow>().AsNoTracking().SingleAsync(r => r.CaseId == caseId));

    private static string OwnerOption(PageAnswer page, string name) =>
        page
            .Document.QuerySelectorAll("[name='Input.Owner'] option")
            .First(o => o.TextContent.StartsWith(name, StringComparison.Ordinal))
            .GetAttribute("value")!;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PageForm Filled(PageAnswer page) =>
        page.Form("[name='Input.Phase']")
            .Fill("Input.Phase", "before")
            .Fill("Input.Category", "family")
            .Fill("Input.Likelihood", "likely")
            .Fill("Input.Consequence", "serious")
            .Fill("Input.Description", Secret);
}
