using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.ChildrenPageSteps;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Children;

/// <summary>The pages of children who travel along: who comes in, what is sealed, what is refused.</summary>
public sealed class ChildrenPagesTests
{
    [Fact]
    public async Task Who_comes_in_where()
    {
        await using var world = await WalkWorld.StartAsync();
        var child = await ChildAsync(world);
        var guardian = await GuardianAsync(world, "c16");
        var everyone = new[] { Holder, "iom-1", "romania-1" };
        var expected = new (string Page, string[] In)[]
        {
            ("children", everyone),
            ($"children/{child}", everyone),
            ($"children/{child}/identity", [Holder]),
            ("guardians", everyone),
            ($"guardians/{guardian}", everyone),
        };
        foreach (var who in new[] { Holder, "iom-1", "romania-1", "stockholm-1", "thailand-1", "national-1" })
        {
            var client = await world.AsAsync(who);
            foreach (var (page, inside) in expected)
            {
                var status =
                    inside.Contains(who) ? HttpStatusCode.OK
                    : everyone.Contains(who) ? HttpStatusCode.Forbidden
                    : HttpStatusCode.NotFound;
                (who, page, (await client.GetAsync(PathOf(world, "c16", page))).Status).ShouldBe((who, page, status));
            }
        }
    }

    [Theory]
    [InlineData(Holder, "Medföljande barn", "Barn 1")]
    [InlineData("iom-1", "Accompanying children", "Child 1")]
    public async Task Each_reads_it_in_their_own_language_and_no_name_before_an_opening(string who, string title, string child)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        var page = (await client.GetAsync(PathOf(world, "c16", "children")))
            .ShouldBeOk()
            .ShouldShow(title)
            .ShouldShow(child)
            .ShouldNotContain("Mara");
        (await page.Form("[name=Compartments][value=Identity]").SubmitAsync()).ShouldBeOk().ShouldShow("Mara Lupescu");
    }

    [Theory, OnBothDatabases]
    public async Task A_child_is_added_once_sealed_and_with_tokens_of_its_own(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var tokens = await TokensAsync(world);
        var form = (await client.GetAsync(PathOf(world, "c16", "children")))
            .ShouldBeOk()
            .Form("[name='Input.GivenNames']")
            .Fill("Input.GivenNames", "Sorina")
            .Fill("Input.FamilyName", "Lupescu")
            .Fill("Input.BirthDate", $"{new FakeTime().GetUtcNow().Year - 2}-01-15");
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "c16", "children"));
        (await world.LastEventsAsync()).ShouldBe(
            [nameof(ChildAdded), nameof(ChildRecorded), nameof(WorkItemAsked), nameof(WorkItemAsked)],
            ignoreOrder: true
        );
        await form.SubmitOnceAsync();
        (await world.WithDbAsync(db => db.Set<AccompanyingChild>().CountAsync())).ShouldBe(3);
        (await TokensAsync(world)).ShouldBeGreaterThan(tokens);
        (await client.GetAsync(PathOf(world, "c16", "children"))).ShouldBeOk().ShouldNotContain("Sorina");

        // Someone who looks for the child by its name finds the case.
        var find = (await client.GetAsync("/cases/find")).ShouldBeOk().Form("[name='Input.Name']").Fill("Input.Name", "Sorina Lupescu");
        (await find.Fill("Input.BirthYear", $"{new FakeTime().GetUtcNow().Year - 2}").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow(await NumberAsync(world, "c16"));
    }

    [Theory]
    [InlineData("2026-02-30", "Invalid")]
    [InlineData("1990-05-05", "ChildIsGrown")]
    [InlineData("2099-01-01", "DateInFuture")]
    public async Task A_date_of_birth_that_cannot_be_a_childs_is_said_and_the_rest_kept(string born, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(Holder);
        var before = await world.OperationsAsync();
        var form = (await client.GetAsync(PathOf(world, "c16", "children"))).ShouldBeOk().Form("[name='Input.GivenNames']");
        var answer = await form.Fill("Input.GivenNames", "Sorina").Fill("Input.BirthDate", born).SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        answer.Document.QuerySelector("[name='Input.GivenNames']")!.GetAttribute("value").ShouldBe("Sorina");
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_child_in_two_tabs_is_one_child(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var path = PathOf(world, "c16", "children");
        var first = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']");
        var second = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']");
        foreach (var form in new[] { first, second })
        {
            form.Fill("Input.GivenNames", "Sorina").Fill("Input.FamilyName", "Lupescu").Fill("Input.BirthDate", "2020-03-04");
        }

        (await first.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var before = await world.OperationsAsync();
        var again = await second.SubmitOnceAsync();
        again.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ChildTwice");
        again.Document.QuerySelector("[name='Input.GivenNames']")!.GetAttribute("value").ShouldBe("Sorina");
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task No_child_is_made_into_another_of_the_case(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        await world.OpenAsync(Holder, "c16");
        var path = PathOf(world, "c16", "children");
        var day = $"{await TodayAsync(world):yyyy}-01-01";
        (await Sorina((await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']")).SubmitOnceAsync()).ShouldBe(
            HttpStatusCode.Redirect
        );
        var sorina = await world.WithDbAsync(db => db.Set<AccompanyingChild>().OrderBy(c => c.Ordinal).Select(c => c.Id).LastAsync());
        var before = await world.OperationsAsync();
        var other = Sorina(
            (await client.GetAsync(PathOf(world, "c16", $"children/{await ChildAsync(world)}/identity"))).Form("[name='Input.GivenNames']")
        );
        var answer = await other.SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ChildTwice").ShouldShow("Öppna det barnet i listan");
        answer.Document.QuerySelector("[name='Input.GivenNames']")!.GetAttribute("value").ShouldBe("Sorina");
        // What is wrong with the day is said before anything is compared.
        (await other.Fill("Input.BirthDate", $"{await TodayAsync(world):yyyy}-12-31").SubmitOnceAsync()).ShouldRefuse("DateInFuture");
        (await world.OperationsAsync()).ShouldBe(before);
        // She herself is corrected.
        var own = (await client.GetAsync(PathOf(world, "c16", $"children/{sorina}/identity"))).ShouldBeOk().Form("[name='Input.GivenNames']");
        (await own.Fill("Input.DocumentNumber", "RO123456").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        PageForm Sorina(PageForm form) => form.Fill("Input.GivenNames", "Sorina").Fill("Input.FamilyName", "Lupescu").Fill("Input.BirthDate", day);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_may_not_open_identity_learns_of_no_childs_name(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync("social-1");
        var path = PathOf(world, "c13", "children");
        foreach (var children in new[] { 1, 2 })
        {
            var form = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']");
            form.Fill("Input.GivenNames", "Sorina").Fill("Input.FamilyName", "Lupescu").Fill("Input.BirthDate", "2020-03-04");
            (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
            var caseId = world.Cases["c13"];
            (await world.WithDbAsync(db => db.Set<AccompanyingChild>().CountAsync(c => c.CaseId == caseId))).ShouldBe(children);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Who_a_child_is_changes_behind_an_opening_and_nobody_overwrites_unseen(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var path = PathOf(world, "c16", $"children/{await ChildAsync(world)}/identity");
        (await client.GetAsync(path)).ShouldBeOk().Document.QuerySelector("[name='Input.GivenNames']").ShouldBeNull();
        await world.OpenAsync(Holder, "c16");
        var first = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']");
        var second = (await client.GetAsync(path)).Form("[name='Input.GivenNames']");
        first["Input.GivenNames"].ShouldBe("Mara");
        (await first.Fill("Input.GivenNames", "Mara Ioana").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var late = await second.Fill("Input.GivenNames", "Mara-Lena").SubmitOnceAsync();
        late.ShouldRefuse("SectionChanged").ShouldShow("Mara Ioana");
        late.Document.QuerySelector("[name='Input.GivenNames']")!.GetAttribute("value").ShouldBe("Mara-Lena");
        (await late.Form("[name='Input.GivenNames']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task A_childs_view_is_sealed_and_measured_by_its_age(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var path = PathOf(world, "c16", $"children/{await ChildAsync(world)}");
        var form = (await client.GetAsync(path)).ShouldBeOk().Form("[name='View.Words']").Fill("View.Words", Words).Fill("View.View", "TooYoung");
        var answer = await form.Fill("View.Age", "SevenToFourteen").SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("TooYoungOnlyUnderSeven").ShouldShow(Words);
        // That she need not be asked is measured by her date of birth, never taken on trust.
        (await form.Fill("View.Age", "UnderSeven").SubmitOnceAsync())
            .ShouldRefuse("IdentityNotOpen")
            .ShouldShow(Words);
        (await form.Fill("View.On", "2012-01-02").Fill("View.View", "Yes").SubmitOnceAsync()).ShouldRefuse("DateTooEarly");
        form.Fill("View.On", $"{await TodayAsync(world):yyyy-MM-dd}").Fill("View.View", "TooYoung");
        await world.OpenAsync(Holder, "c16");
        // She is nine.
        (await form.Fill("View.Age", "UnderSeven").SubmitOnceAsync()).ShouldRefuse("AgeNotAsBorn");
        (await form.Fill("View.Age", "SevenToFourteen").Fill("View.View", "No").SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldContain(nameof(ChildHeard));
        (await client.GetAsync(path)).ShouldBeOk().ShouldShow(Words).ShouldShow("Vill hem till mormors hund.");
        (await client.GetAsync(PathOf(world, "c16", ""))).ShouldBeOk().ShouldNotContain(Words);
        // A page from before her no does not turn it.
        form.Forge("OperationId", Guid.CreateVersion7().ToString());
        (await form.Fill("View.View", "Yes").SubmitOnceAsync()).ShouldRefuse("SectionChanged").ShouldShow(Words);
        (await world.WithDbAsync(db => db.Set<AccompanyingChild>().SingleAsync(c => c.Ordinal == 1))).View.ShouldBe(ChildView.No);
        await VerifyAsync(world);
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_on_support_wants_reasons_and_is_a_new_row_each_time(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync("iom-1");
        var path = PathOf(world, "c16", $"children/{await ChildAsync(world)}");
        var form = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Decision.Gets']").Fill("Decision.Gets", "false");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ChildReasonMissing");
        (await form.Fill("Decision.Reasons", Words).SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldBe([nameof(ChildSupportDecided), nameof(ChildEntitlementStands)], ignoreOrder: true);
        (await world.WithDbAsync(db => db.Set<ChildDecision>().CountAsync())).ShouldBe(3);
        (await form.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync()).ShouldRefuse("SectionChanged");
        (await world.WithDbAsync(db => db.Set<ChildDecision>().CountAsync())).ShouldBe(3);
        (await client.GetAsync(path)).ShouldBeOk().ShouldNotContain(Words);
        await world.OpenAsync("iom-1", "c16");
        (await client.GetAsync(path)).ShouldBeOk().ShouldShow(Words);
        await VerifyAsync(world);
    }

    [Fact]
    public async Task Another_cases_child_or_guardian_is_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(Holder);
        foreach (var page in new[] { $"children/{await ChildAsync(world)}", $"guardians/{await GuardianAsync(world, "c16")}" })
        {
            (await client.GetAsync(PathOf(world, "c17", page))).ShouldBeHidden();
        }

        // A case of an adult has no page of a child alone.
        (await client.GetAsync(PathOf(world, "c16", "minor"))).ShouldBeHidden();
    }

    private static Task<int> TokensAsync(WalkWorld world) => world.WithDbAsync(db => db.Set<StoredToken>().CountAsync(t => t.ChildId != null));

    private static Task<string> NumberAsync(WalkWorld world, string code)
    {
        var caseId = world.Cases[code];
        return world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
    }
}
