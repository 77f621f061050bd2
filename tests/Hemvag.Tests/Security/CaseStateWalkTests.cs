using System.Globalization;
using System.Net;
using Hemvag.Demo;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>
/// Every handler of a case, in every state of a case, as everyone who sees it and as others; and every compartment. Who sees what stands in
/// <see cref="CaseSight"/>, what each handler answers in <c>case-pages.txt</c>: both written by hand, and not read from the code.
/// </summary>
public sealed class CaseStateWalkTests(ITestOutputHelper output)
{
    private static readonly string[] Accounts = [.. DemoPeople.Accounts.Select(a => a.Code)];

    /// <summary>What can still be done in a closed case: reading is recorded, and a consent can be taken back.</summary>
    private static readonly string[] OnClosed =
    [
        "POST /cases/{caseId:guid}/open?handler=Close",
        "POST /cases/{caseId:guid}/application/{section}?handler=Compare",
        "POST /cases/{caseId:guid}/consent/{consentId:guid}/withdraw",
        "POST /cases/{caseId:guid}/summary/{step}",
        "POST /cases/{caseId:guid}/travel/embassies/{embassyId:guid}?handler=Withdraw",
    ];

    [Fact]
    public async Task Every_handler_of_a_case_has_a_row_of_its_own()
    {
        await using var world = await WalkWorld.StartAsync();
        CasePageTable.Read().Missing((await RoutedPages.ReadAsync(world.Services)).Handlers).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_and_compartment_in_every_state_opens_to_those_named_alone()
    {
        await using var world = await CaseStateWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var gets = pages.Gets.Where(h => h.IsOfCase).ToList();
        var table = CasePageTable.Read();
        var (tried, wrong) = (0, new List<string>());
        var snapshot = world.Snapshot();
        foreach (var sight in CaseSight.All)
        {
            var own = await WalkAddresses.OfAsync(world, world.Cases[sight.CaseCode]);
            var mixed = own.WithChildrenOf(await WalkAddresses.OfAsync(world, world.Cases[sight.CaseCode == "c03" ? "c02" : "c03"]));
            foreach (var seer in sight.Everyone(Accounts))
            {
                var client = await world.AsAsync(seer.Code);
                foreach (var handler in gets)
                {
                    var expected = table.For(handler, seer);
                    var there = own.Covers(handler) || expected != AccessWalkTests.Expected.Allowed;
                    tried += await TryAsync(
                        wrong,
                        client,
                        sight,
                        seer,
                        handler,
                        own.Of(handler),
                        there ? expected : AccessWalkTests.Expected.NotThere
                    );
                    if (WalkAddresses.HasChild(handler))
                    {
                        var other = expected == AccessWalkTests.Expected.Allowed ? AccessWalkTests.Expected.NotThere : expected;
                        tried += await TryAsync(wrong, client, sight, seer, handler, mixed.Of(handler), other);
                    }
                }

                tried += await OpenAsync(wrong, client, sight, seer, world.Cases[sight.CaseCode]);
            }

            await world.RestoreAsync(snapshot);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Walked: {tried} combinations of state, account and page or compartment"));
        tried.ShouldBeGreaterThan(LongRun.Enabled ? 20_000 : 10_000);
        wrong.ShouldBeEmpty();
    }

    /// <summary>
    /// In the normal run as those who see the case otherwise than whole, as a few who do not see it, and closed; in the long run as everyone.
    /// </summary>
    [Fact]
    public async Task Every_change_in_every_state_is_for_those_named_alone()
    {
        await using var world = await CaseStateWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var posts = pages.Posts.Where(h => h.IsOfCase).ToList();
        var table = CasePageTable.Read();
        var (tried, wrong) = (0, new List<string>());
        var snapshot = world.Snapshot();
        foreach (var sight in CaseSight.All)
        {
            var own = await WalkAddresses.OfAsync(world, world.Cases[sight.CaseCode]);
            foreach (var seer in sight.Everyone(Accounts).Where(s => LongRun.Enabled || sight.IsForShortRun(s)))
            {
                var client = await world.AsAsync(seer.Code);
                var token = await AccessWalkTests.TokenAsync(client);
                var before = await world.OperationsAsync();
                foreach (var handler in posts)
                {
                    var expected = table.For(handler, seer);
                    var there = own.Covers(handler) || expected != AccessWalkTests.Expected.Allowed;
                    var answer = await client.SendOnceAsync(AccessWalkTests.Post(own.Of(handler), token));
                    tried++;
                    Judge(wrong, sight, seer, handler, there ? expected : AccessWalkTests.Expected.NotThere, answer);
                    var did = await world.OperationsAsync() - before;
                    if (did == 0)
                    {
                        continue;
                    }

                    var closed = sight.State == "closed" && !OnClosed.Contains(handler.ToString());
                    if (closed || expected != AccessWalkTests.Expected.Allowed || (int)answer.Status >= 400)
                    {
                        wrong.Add($"{sight} {seer.Code}: {handler} answered {(int)answer.Status} and yet did {did} operations");
                    }

                    await world.RestoreAsync(snapshot);
                    before = await world.OperationsAsync();
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Walked: {tried} combinations of state, account and change"));
        tried.ShouldBeGreaterThan(LongRun.Enabled ? 20_000 : 5_000);
        wrong.ShouldBeEmpty();
    }

    private static async Task<int> TryAsync(
        List<string> wrong,
        PageClient client,
        CaseSight sight,
        Seer seer,
        RoutedHandler handler,
        string path,
        AccessWalkTests.Expected expected
    )
    {
        Judge(wrong, sight, seer, handler, expected, await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path)));
        return 1;
    }

    private static void Judge(
        List<string> wrong,
        CaseSight sight,
        Seer seer,
        RoutedHandler handler,
        AccessWalkTests.Expected expected,
        PageAnswer answer
    )
    {
        // What every response owes holds for each of them.
        BaselineTests.CheckHeaders(wrong, answer.Headers, $"{sight} {seer.Code}: {handler}");
        if (!AccessWalkTests.Fits(handler, expected, answer))
        {
            wrong.Add($"{sight} {seer.Code} ({seer.Sight}): {handler} → {(int)answer.Status} {answer.RedirectsTo}, expected {expected}");
        }
    }

    // One compartment at a time.
    private static async Task<int> OpenAsync(List<string> wrong, PageClient client, CaseSight sight, Seer seer, Guid caseId)
    {
        var token = await AccessWalkTests.TokenAsync(client);
        var all = Compartments.Each(Compartments.All).ToList();
        foreach (var compartment in all)
        {
            var request = AccessWalkTests.Post($"/cases/{caseId}/open", token, ("Compartments", compartment.ToString()), ("Purpose", "person"));
            var answer = await client.SendOnceAsync(request);
            var expected =
                seer.Sight == Sight.Nothing ? HttpStatusCode.NotFound
                : seer.Opens.Contains(compartment.ToString()[0], StringComparison.Ordinal) ? HttpStatusCode.Redirect
                : HttpStatusCode.Forbidden;
            if (answer.Status != expected)
            {
                wrong.Add($"{sight} {seer.Code} ({seer.Sight}): opens {compartment} → {(int)answer.Status}, expected {(int)expected}");
            }
        }

        return all.Count;
    }
}
