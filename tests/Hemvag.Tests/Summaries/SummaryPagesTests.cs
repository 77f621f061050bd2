using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Sealing;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.House;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Summaries;

/// <summary>Each step of a case as a dated summary: for whoever sees the step's page, with what they chose and may see, by POST alone.</summary>
public sealed class SummaryPagesTests
{
    private const string Given = "Nattaya";
    private const string Phone = "070-174 06 10";
    private const string Danger = "Okända personer kan vänta vid ankomsten.";

    private static readonly string[] Assessment =
    [
        CaseLinks.Eligibility,
        CaseLinks.Information,
        "investigation",
        CaseLinks.Risks,
        CaseLinks.Needs,
        CaseLinks.Health,
    ];

    private static readonly string[] All =
    [
        "matter",
        CaseLinks.Person,
        CaseLinks.Consent,
        CaseLinks.Children,
        CaseLinks.Minor,
        .. Assessment,
        CaseLinks.Application,
        CaseLinks.Referral,
        CaseLinks.Travel,
        CaseLinks.Plan,
        CaseLinks.FollowUp,
        CaseLinks.Justice,
        CaseLinks.Cash,
        CaseLinks.Close,
    ];

    /// <summary>Who sees which steps, said once more by hand.</summary>
    private static readonly (string Code, string Case, string[] Steps)[] Readers =
    [
        ("vast-1", "c02", [.. All.Except([CaseLinks.Cash], StringComparer.Ordinal)]),
        ("iom-1", "c02", [.. All.Except(["matter", CaseLinks.Cash], StringComparer.Ordinal)]),
        ("approver-1", "c02", [CaseLinks.Plan]),
        ("thailand-1", "c02", [CaseLinks.Person, CaseLinks.Children, CaseLinks.Minor, CaseLinks.Travel, CaseLinks.Plan, CaseLinks.FollowUp]),
        ("social-1", "c13", ["matter", CaseLinks.Person, CaseLinks.Consent, CaseLinks.Children, CaseLinks.Minor]),
    ];

    [Fact]
    public async Task Each_step_is_printed_by_those_who_see_its_page_and_by_nobody_else()
    {
        await using var world = await WalkWorld.StartAsync();
        world.Services.GetServices<SummaryStep>().Select(s => s.Name).ShouldBe(All, ignoreOrder: true);
        var wrong = new List<string>();
        foreach (var (code, caseCode, steps) in Readers)
        {
            var client = await world.AsAsync(code);
            var token = await AccessWalkTests.TokenAsync(client);
            foreach (var step in All)
            {
                var path = Path(world, caseCode, step);
                var expected = steps.Contains(step) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                var asked = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
                var before = await world.OperationsAsync();
                var printed = await client.SendOnceAsync(Post(path, token));
                var recorded = await world.OperationsAsync() - before;
                if (asked.Status != expected || printed.Status != expected || recorded != (expected == HttpStatusCode.OK ? 1 : 0))
                {
                    wrong.Add($"{code} {step}: {asked.Status}, {printed.Status}, {recorded} recorded");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_a_stranger_no_step_is_there_and_to_nobody_one_that_does_not_exist()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var code in new[] { "syd-1", "romania-1", "national-1", "dpo-1", "admin-1" })
        {
            var client = await world.AsAsync(code);
            var token = await AccessWalkTests.TokenAsync(client);
            foreach (var step in All)
            {
                (await client.GetAsync(Path(world, "c02", step))).ShouldBeHidden();
                (await client.SendOnceAsync(Post(Path(world, "c02", step), token))).ShouldBeHidden();
            }
        }

        var own = await world.AsAsync("vast-1");
        foreach (var step in new[] { "nothing", "money", "PLAN", "..%2Fplan", new string('a', 300) })
        {
            (await own.GetAsync(Path(world, "c02", step))).ShouldBeHidden();
            (await own.SendOnceAsync(Post(Path(world, "c02", step), await AccessWalkTests.TokenAsync(own)))).ShouldBeHidden();
        }
    }

    [Fact]
    public async Task Every_step_leads_to_its_summary_and_looking_records_nothing()
    {
        await using var world = await WalkWorld.StartAsync();
        var missing = new List<string>();
        foreach (var (code, caseCode, steps) in Readers)
        {
            var client = await world.AsAsync(code);
            var id = world.Cases[caseCode];
            var before = await world.OperationsAsync();
            foreach (var step in world.Services.GetServices<SummaryStep>())
            {
                foreach (var page in step.Pages)
                {
                    var answer = await client.GetAsync(CaseLinks.To(id, page));
                    var shown = answer.Document.QuerySelector($"main a[href='{CaseLinks.To(id, $"summary/{step.Name}")}']") is not null;
                    // In none of these cases does a child return alone: that page is not there.
                    if (shown != (steps.Contains(step.Name) && step.Name != CaseLinks.Minor))
                    {
                        missing.Add($"{code} {page} {step.Name}: {answer.Status}, link {shown}");
                    }
                }

                await client.GetAsync(Path(world, caseCode, step.Name));
            }

            (await world.OperationsAsync()).ShouldBe(before);
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_paper_says_whose_it_is_when_it_was_made_what_happened_and_what_stands()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == world.Cases["c02"]));
        var asked = (await client.GetAsync(Path(world, "c02", CaseLinks.Risks))).ShouldBeOk().ShouldShow("Ta bara med det som akten behöver");
        var sheet = (await asked.Form().Choose("Include", nameof(Compartment.Protection)).SubmitOnceAsync()).ShouldBeOk();
        sheet
            .ShouldShow(file.Number)
            .ShouldShow(file.NeutralName)
            .ShouldShow("Risktabell")
            .ShouldShow("svensk tid")
            .ShouldShow("Ylva Granlid, ")
            .ShouldShow("En risk lades till i risktabellen")
            .ShouldShow(Danger)
            .ShouldShow("Skydd");
        sheet.Document.QuerySelectorAll("nav, .tabs, .case-stop").ShouldBeEmpty();
        // Nothing of what is sealed is in the address, and what is asked for is no part of it.
        sheet.Url.PathAndQuery.ShouldBe(Path(world, "c02", CaseLinks.Risks));
        (sheet.Document.Title ?? "").ShouldNotContain(Given);

        var english = await world.AsAsync("iom-1");
        var paper = await PrintAsync(english, Path(world, "c02", CaseLinks.Travel), Compartment.Travel);
        paper.ShouldShow("Swedish time").ShouldShow("What has happened").ShouldShow("Eeva Kallionpää, ");
    }

    [Fact]
    public async Task Nothing_is_printed_but_what_was_chosen_and_may_be_seen()
    {
        await using var world = await WalkWorld.StartAsync();
        await world.OpenAsync("vast-1", "c02");
        var client = await world.AsAsync("vast-1");
        // All of it is open on the screen; the paper holds what the file needs.
        (await PrintAsync(client, Path(world, "c02", CaseLinks.Person), Compartment.Contact))
            .ShouldShow(Phone)
            .ShouldNotContain(Given)
            .ShouldShow("Förseglat som inte är med");
        (await PrintAsync(client, Path(world, "c02", CaseLinks.Application))).ShouldNotContain(Given).ShouldNotContain(Phone);
        (await PrintAsync(client, Path(world, "c02", CaseLinks.Person), Compartment.Identity)).ShouldShow(Given).ShouldNotContain(Phone);

        // What the step does not hold, or the role may not open, is not there to choose, and a forger gets nothing.
        foreach (
            var (code, step, forged) in new[]
            {
                ("vast-1", CaseLinks.Plan, "Bank"),
                ("vast-1", CaseLinks.Risks, "Identity"),
                ("iom-1", CaseLinks.Risks, "Health"),
                ("thailand-1", CaseLinks.FollowUp, "Justice"),
                ("approver-1", CaseLinks.Plan, "Protection"),
            }
        )
        {
            var forger = await world.AsAsync(code);
            var form = (await forger.GetAsync(Path(world, "c02", step))).ShouldBeOk().Form("main form:not([action$='stop'])");
            form.Fields.ShouldNotContain(f => f.Value == forged);
            var before = await world.OperationsAsync();
            (await form.Forge("Include", forged).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Forbidden);
            (await world.OperationsAsync()).ShouldBe(before);
        }

        foreach (var nonsense in new[] { "'; --", "Identity, Contact", "3", "مرحبا", new string('x', 5000) })
        {
            var typo = (await client.GetAsync(Path(world, "c02", CaseLinks.Person))).ShouldBeOk().Form("[name=Include]");
            (await typo.Forge("Include", nonsense).SubmitOnceAsync()).ShouldRefuse("Invalid").ShouldNotContain(Given);
        }
    }

    [Fact]
    public async Task Abroad_a_paper_names_nobody_in_Sweden_and_in_Sweden_no_country_to_who_may_not_see_the_journey()
    {
        await using var world = await WalkWorld.StartAsync();
        var abroad = await world.AsAsync("thailand-1");
        foreach (var step in Readers[3].Steps)
        {
            (await PrintAsync(abroad, Path(world, "c02", step))).ShouldNotContain("Granlid");
        }

        var social = await world.AsAsync("social-1");
        foreach (var step in Readers[4].Steps)
        {
            (await PrintAsync(social, Path(world, "c13", step))).ShouldNotContain("Thailand");
        }
    }

    [Fact]
    public async Task Held_closed_and_untaken_cases_can_be_printed()
    {
        await using var world = await WalkWorld.StartAsync();
        var broken = new List<string>();
        foreach (var (code, id) in world.Cases)
        {
            foreach (var who in new[] { "vast-1", "iom-1", "thailand-1", "stockholm-1", "syd-1" })
            {
                var client = await world.AsAsync(who);
                if ((await client.GetAsync(CaseLinks.To(id))).Status != HttpStatusCode.OK)
                {
                    continue;
                }

                var token = await AccessWalkTests.TokenAsync(client);
                foreach (var step in All)
                {
                    var answer = await client.SendOnceAsync(Post(Path(world, code, step), token));
                    if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Forbidden))
                    {
                        broken.Add($"{who} {code} {step}: {answer.Status}");
                    }
                }
            }
        }

        broken.ShouldBeEmpty();
        (await PrintAsync(await world.AsAsync("vast-1"), Path(world, "c01", CaseLinks.Close))).ShouldShow("Uppföljningen är klar.");
    }

    /// <summary>What is done on a case is told in one summary; the rest belongs to no step.</summary>
    [Fact]
    public async Task Every_operation_of_a_step_is_told_in_one_summary()
    {
        string[] ofNoStep =
        [
            "AddDocument",
            "AddDutyShift",
            "AskDisclosure",
            "BreakGlass",
            "DecideDisclosure",
            "EndSharing",
            "HandOnCase",
            "HandOverCase",
            "HandOverDisclosure",
            "MoveProgramme",
            "RemoveDutyShift",
            "ReviewBrokenGlass",
            "ShareCase",
            "TakeOnCase",
            "WriteOwnNote",
        ];
        await using var world = await WalkWorld.StartAsync();
        var told = world.Services.GetServices<SummaryStep>().SelectMany(s => s.Operations).ToList();
        told.Distinct(StringComparer.Ordinal).Count().ShouldBe(told.Count);
        var known = new[]
        {
            "Cases",
            "Forms",
            "Assessments",
            "Applications",
            "Travel",
            "Money",
            "Reintegration",
            "FollowUp",
            "Justice",
            "Children",
            "Cash",
        }
            .SelectMany(m => TextFile.All[$"{m}Texts"].Swedish.Keys)
            .Where(k => k.StartsWith("Operation.", StringComparison.Ordinal))
            .Select(k => k["Operation.".Length..])
            .Distinct(StringComparer.Ordinal);
        told.Concat(ofNoStep).ShouldBe(known, ignoreOrder: true);
    }

    private static string Path(WalkWorld world, string code, string step) => CaseLinks.To(world.Cases[code], $"summary/{step}");

    internal static async Task<PageAnswer> PrintAsync(PageClient client, string path, params Compartment[] include)
    {
        var form = (await client.GetAsync(path)).ShouldBeOk().Form("main form:not([action$='stop'])").Forge("Include", null);
        if (include.Length > 0)
        {
            form.Choose("Include", [.. include.Select(c => c.ToString())]);
        }

        return (await form.SubmitOnceAsync()).ShouldBeOk();
    }

    private static HttpRequestMessage Post(string path, string token) =>
        new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("__form", token),
                KeyValuePair.Create("OperationId", Guid.CreateVersion7().ToString()),
            ]),
        };
}
