using System.Net;
using System.Text.RegularExpressions;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>
/// Every routed endpoint as every role: on a case of one's own, on a stranger's, on one that does not exist and with another case's child.
/// What is expected is derived from <c>CasePermissions</c>, <c>Needs</c> and <c>ForRoles</c>; an endpoint that says nothing fails.
/// </summary>
public sealed partial class AccessWalkTests
{
    private const string NoSuchCase = "01900000-0000-7000-8000-00000000dead";

    /// <summary>Endpoints that are no pages, each with who may reach it.</summary>
    private static readonly HashSet<string> OpenToAll =
    [
        "health/live",
        "health/ready",
        "language",
        "robots.txt",
        "favicon.ico",
        "calendar/{token}",
        "{**path:file}",
    ];

    /// <summary>Handlers that read what they are about from the form: without it there is nothing there, or nothing to understand.</summary>
    private static readonly Dictionary<string, HttpStatusCode> EmptyForm = new(StringComparer.Ordinal)
    {
        ["POST /demo"] = HttpStatusCode.NotFound,
        ["POST /notices?handler=Read"] = HttpStatusCode.NotFound,
        ["POST /account/sessions?handler=End"] = HttpStatusCode.NotFound,
        ["POST /links?handler=Revoke"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/open"] = HttpStatusCode.BadRequest,
        ["POST /cases/{caseId:guid}/documents?handler=Download"] = HttpStatusCode.NotFound,
        // Nothing is open, or there is no receipt.
        ["POST /cases/{caseId:guid}/money/payments/{paymentId:guid}?handler=Download"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/money?handler=Approve"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/plan?handler=Remove"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/justice/{proceedingId:guid}?handler=Settle"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/justice/{proceedingId:guid}/trial?handler=RemoveCost"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/justice/{proceedingId:guid}/trial?handler=CancelJourney"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/money/travel-costs/{costId:guid}?handler=Download"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/travel/today?handler=Departed"] = HttpStatusCode.NotFound,
        ["POST /cases/{caseId:guid}/travel/today?handler=Landed"] = HttpStatusCode.NotFound,
        ["POST /on-duty?handler=Remove"] = HttpStatusCode.NotFound,
    };

    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        await using var world = await WalkWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        pages.Handlers.Count.ShouldBeGreaterThan(100);
        pages.Handlers.Where(h => h.Right.Unsaid).ShouldBeEmpty();
        pages.Others.Where(o => !OpenToAll.Contains(o)).ShouldBeEmpty();
        pages.Handlers.Where(h => h.IsOfCase && h.Right.Action is null).ShouldBeEmpty();
        Walker.All.Select(w => w.Role).ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Every_get_answers_each_role_as_the_table_says(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var pages = await RoutedPages.ReadAsync(world.Services);
        var wrong = new List<string>();
        foreach (var walker in Walker.All)
        {
            var client = await world.AsAsync(walker.Code);
            foreach (var (path, handler, expected) in await ExpectAsync(world, walker, pages.Gets))
            {
                var answer = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
                Check(wrong, walker, handler, path, expected, answer);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_post_answers_each_role_as_the_table_says()
    {
        await using var world = await WalkWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var wrong = new List<string>();
        foreach (var walker in Walker.All)
        {
            var client = await world.AsAsync(walker.Code);
            var token = await TokenAsync(client);
            var before = await world.OperationsAsync();
            // Whoever signs out is not there any more.
            foreach (var (path, handler, expected) in await ExpectAsync(world, walker, pages.Posts.Where(h => h.Route is not "sign-out")))
            {
                var answer = await client.SendOnceAsync(Post(path, token));
                Check(wrong, walker, handler, path, expected, answer);
                var after = await world.OperationsAsync();
                if (after != before)
                {
                    if (expected != Expected.Allowed || (int)answer.Status >= 400)
                    {
                        wrong.Add($"{walker}: {handler} {path} answered {(int)answer.Status} and yet did {after - before} operations");
                    }

                    await world.RestoreAsync();
                    // What was put back knows nothing of the signing in.
                    before = await world.OperationsAsync();
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_sees_nothing()
    {
        await using var world = await WalkWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var addresses = await WalkAddresses.OfAsync(world, world.Cases["c02"]);
        using var client = world.NewClient();
        var token = await TokenAsync(client, "/sign-in");
        var before = await world.OperationsAsync();
        var wrong = new List<string>();
        foreach (var handler in pages.Handlers.Where(h => !h.Right.Anonymous))
        {
            var path = addresses.Of(handler);
            var answer = await client.SendOnceAsync(handler.IsPost ? Post(path, token) : new HttpRequestMessage(HttpMethod.Get, path));
            var sent = answer.Status == HttpStatusCode.Redirect && new Uri(answer.Url, answer.RedirectsTo!).AbsolutePath == "/sign-in";
            if (!(sent && answer.Body.Length == 0) && answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound))
            {
                wrong.Add($"{handler}: {(int)answer.Status} {answer.RedirectsTo}");
            }
        }

        wrong.ShouldBeEmpty();
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_strangers_case_looks_exactly_as_one_that_does_not_exist(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var pages = await RoutedPages.ReadAsync(world.Services);
        var wrong = new List<string>();
        foreach (var walker in Walker.All)
        {
            var client = await world.AsAsync(walker.Code);
            var token = await TokenAsync(client);
            var stranger = await WalkAddresses.OfAsync(world, world.Cases[walker.Stranger]);
            var nowhere = stranger.With("caseId", NoSuchCase);
            foreach (var handler in pages.Handlers.Where(h => h.IsOfCase))
            {
                var theirs = await client.SendOnceAsync(Request(handler, stranger.Of(handler), token));
                var none = await client.SendOnceAsync(Request(handler, nowhere.Of(handler), token));
                if (
                    theirs.Status != HttpStatusCode.NotFound
                    || none.Status != HttpStatusCode.NotFound
                    || Bare(theirs, stranger) != Bare(none, nowhere)
                )
                {
                    wrong.Add(
                        $"{walker}: {handler} {(int)theirs.Status} and {(int)none.Status} {FirstDifference(Bare(theirs, stranger), Bare(none, nowhere))}"
                    );
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_child_of_another_case_named_in_a_form_is_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        var own = await WalkAddresses.OfAsync(world, world.Cases["c02"]);
        var other = await WalkAddresses.OfAsync(world, world.Cases["c03"]);
        var linked = await WalkAddresses.OfAsync(world, world.Cases["c10"]);
        foreach (
            var (who, route, field, id) in new[]
            {
                ("approver-1", "cases/{caseId:guid}/money?handler=Approve", "paymentId", other["paymentId"]),
                ("iom-1", "cases/{caseId:guid}/plan?handler=Remove", "itemId", other["itemId"]),
                ("iom-1", "cases/{caseId:guid}/documents?handler=Download", "fileId", other["fileId"]),
                ("vast-1", "cases/{caseId:guid}/links?handler=Revoke", "linkId", linked["linkId"]),
            }
        )
        {
            var client = await world.AsAsync(who);
            var token = await TokenAsync(client);
            var before = await world.OperationsAsync();
            var answer = await client.SendOnceAsync(Post(own.Of(route), token, (field, id)));
            var nowhere = await client.SendOnceAsync(Post(own.Of(route), token, (field, NoSuchCase)));
            // Another case's child is answered exactly as one that does not exist.
            (answer.Status, answer.Refusal).ShouldBe((nowhere.Status, nowhere.Refusal));
            answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity);
            (await world.OperationsAsync()).ShouldBe(before);
        }
    }

    /// <summary>Whatever has come of a case, its pages answer everyone who works on it.</summary>
    [Fact]
    public async Task Every_page_opens_at_every_stage()
    {
        await using var world = await WalkWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var wrong = new List<string>();
        var seen = 0;
        foreach (var code in new[] { "vast-1", "iom-1", "approver-1", "moldova-1", "social-1" })
        {
            var client = await world.AsAsync(code);
            foreach (var (name, caseId) in world.Cases)
            {
                if ((await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, $"/cases/{caseId}"))).Status != HttpStatusCode.OK)
                {
                    continue;
                }

                seen++;
                var addresses = await WalkAddresses.OfAsync(world, caseId);
                foreach (var handler in pages.Gets.Where(h => h.IsOfCase))
                {
                    var answer = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, addresses.Of(handler)));
                    var fine = answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Forbidden;
                    var childless = answer.Status == HttpStatusCode.NotFound && !addresses.Covers(handler);
                    if (!fine && !childless)
                    {
                        wrong.Add($"{code} {name}: {handler} {(int)answer.Status}");
                    }
                }
            }
        }

        seen.ShouldBeGreaterThan(15);
        wrong.ShouldBeEmpty();
    }

    internal enum Expected
    {
        Allowed,
        Forbidden,
        NotThere,
    }

    private static async Task<List<(string Path, RoutedHandler Handler, Expected Expected)>> ExpectAsync(
        WalkWorld world,
        Walker walker,
        IEnumerable<RoutedHandler> handlers
    )
    {
        var stranger = await WalkAddresses.OfAsync(world, world.Cases[walker.Stranger], walker.Code);
        var others = await WalkAddresses.OfAsync(
            world,
            world.Cases[walker.Stranger],
            walker.Role == Role.RegionalCoordinator ? "stockholm-1" : "nobody"
        );
        var own = walker.Own is null ? null : await WalkAddresses.OfAsync(world, world.Cases[walker.Own]);
        var expected = new List<(string, RoutedHandler, Expected)>();
        foreach (var handler in handlers)
        {
            var allowed = handler.Right.Allows(walker.Role);
            if (!handler.IsOfCase)
            {
                // What was asked of nobody here is there for nobody, and a passkey for its owner alone.
                var there =
                    !handler.Route.Contains("{answerId", StringComparison.Ordinal)
                    && (!WalkAddresses.IsOfPasskey(handler) || walker.Code == WalkWorld.PasskeyOwner);
                expected.Add(
                    (
                        stranger.Of(handler),
                        handler,
                        !allowed ? Expected.Forbidden
                        : there ? Expected.Allowed
                        : Expected.NotThere
                    )
                );
                if (
                    handler.Route.Contains("{consultationId", StringComparison.Ordinal)
                    || handler.Route.Contains("{importId", StringComparison.Ordinal)
                )
                {
                    // A question or an import of others looks as one that does not exist.
                    expected.Add((others.Of(handler), handler, allowed ? Expected.NotThere : Expected.Forbidden));
                }

                continue;
            }

            expected.Add((stranger.Of(handler), handler, Expected.NotThere));
            if (own is null)
            {
                continue;
            }

            expected.Add(
                (
                    own.Of(handler),
                    handler,
                    !allowed ? Expected.Forbidden
                    : own.Covers(handler) ? Expected.Allowed
                    : Expected.NotThere
                )
            );
            if (WalkAddresses.HasChild(handler))
            {
                expected.Add((own.WithChildrenOf(stranger).Of(handler), handler, allowed ? Expected.NotThere : Expected.Forbidden));
            }
        }

        return expected;
    }

    private static void Check(List<string> wrong, Walker walker, RoutedHandler handler, string path, Expected expected, PageAnswer answer)
    {
        // Each party says yes for itself: the walk asks for IOM Finland's yes.
        // A step is printed by those who see its page: the walk asks for the plan.
        // The professional, who may stop and does not see the journey, stops on the page of that name.
        var others =
            (handler.Route.Contains("plan/agree", StringComparison.Ordinal) && walker.Role != Role.IomCaseworker)
            || (handler.Route.Contains("summary/", StringComparison.Ordinal) && walker.Role == Role.ReferringProfessional)
            || (handler is { Route: "cases/{caseId:guid}/travel/today", Name: "Stop" } && walker.Role == Role.ReferringProfessional);
        if (!Fits(handler, others && expected == Expected.Allowed ? Expected.Forbidden : expected, answer))
        {
            wrong.Add($"{walker}: {handler} {path} → {(int)answer.Status} {answer.RedirectsTo}, expected {expected}");
        }
    }

    internal static bool Fits(RoutedHandler handler, Expected expected, PageAnswer answer) =>
        expected switch
        {
            // Whoever has to sign in again was not answered.
            _ when !handler.Right.Anonymous && answer.RedirectsTo?.Contains("/sign-in", StringComparison.Ordinal) == true => false,
            Expected.Forbidden => answer.Status == HttpStatusCode.Forbidden,
            Expected.NotThere => answer.Status == HttpStatusCode.NotFound,
            Expected.Allowed when !handler.IsPost => answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect,
            _ => answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity
                || EmptyForm.GetValueOrDefault(handler.ToString()) == answer.Status,
        };

    private static HttpRequestMessage Request(RoutedHandler handler, string path, string token) =>
        handler.IsPost ? Post(path, token) : new HttpRequestMessage(HttpMethod.Get, path);

    internal static HttpRequestMessage Post(string path, string token, params (string Key, string Value)[] fields) =>
        new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields
                    .Select(f => KeyValuePair.Create(f.Key, f.Value))
                    .Append(KeyValuePair.Create("__form", token))
                    .Append(KeyValuePair.Create("OperationId", Guid.CreateVersion7().ToString()))
            ),
        };

    internal static async Task<string> TokenAsync(PageClient client, string path = "/account") =>
        (await client.GetAsync(path)).ShouldBeOk().Document.QuerySelector("input[name=__form]")!.GetAttribute("value")!;

    // Without what differs from one answer to the next anyway: the forms' tokens, the reference, the address itself.
    private static string FirstDifference(string a, string b)
    {
        var at = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        return at == a.Length && at == b.Length
            ? ""
            : $"«{a[Math.Min(at, a.Length)..Math.Min(at + 60, a.Length)]}» and «{b[Math.Min(at, b.Length)..Math.Min(at + 60, b.Length)]}»";
    }

    private static string Bare(PageAnswer answer, WalkAddresses addresses) =>
        Token()
            .Replace(
                Reference().Replace(Hidden().Replace(answer.Body.Replace(addresses["caseId"], "", StringComparison.OrdinalIgnoreCase), ""), ""),
                ""
            );

    [GeneratedRegex("<input[^>]*(name=\"__form\"|name=\"OperationId\")[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\b[0-9A-F]{8}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
