using System.Net;
using System.Text;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Children;

/// <summary>The pages of children over the demo's family (c16) and its child who returns alone (c17).</summary>
public sealed class ChildrenPagesTests
{
    private const string Holder = "stockholm-2";
    private const string Words = "Barnet ritade ett hus med röd dörr.";
    private static readonly byte[] Sheet = Encoding.ASCII.GetBytes("%PDF-1.7 underskrift");

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
    [InlineData("2099-01-01", "ChildIsGrown")]
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
    public async Task A_suspected_guardian_is_kept_out_everywhere(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var guardian = await GuardianAsync(world, "c16");
        var child = PathOf(world, "c16", $"children/{await ChildAsync(world)}");
        var custody = (await client.GetAsync(child)).ShouldBeOk().Form("[name='Custody.Ground']");
        var mark = (await client.GetAsync(PathOf(world, "c16", $"guardians/{guardian}"))).ShouldBeOk().Form("[name='Suspicion.Suspected']");
        (await mark.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ChildReasonMissing");
        (await mark.Fill("Suspicion.Reason", Words).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.LastEventsAsync()).ShouldBe(
            [nameof(GuardianSuspicionSet), nameof(CustodyFellAway), nameof(CustodyFellAway), nameof(WorkItemAsked)],
            ignoreOrder: true
        );

        // The form shown before still names him; what it asks for is refused and kept.
        var refused = await custody
            .Fill("Custody.Ground", "AllCustodiansAgree")
            .Choose("Custody.SaidYes", guardian.ToString())
            .Fill("Custody.Notes", Words)
            .SubmitOnceAsync();
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("GuardianExcluded").ShouldShow(Words);
        refused.Document.QuerySelector($"[name='Custody.SaidYes'][value='{guardian}']").ShouldBeNull();
        foreach (var page in new[] { "person", "guardians", "seen", "disclosures", $"children/{await ChildAsync(world)}" })
        {
            (await client.GetAsync(PathOf(world, "c16", page))).ShouldBeOk().ShouldShow("OSL 12:3");
        }

        // What it had shown of who decides has fallen away since: the one who decides now has seen that.
        var late = await custody
            .Fill("Custody.Ground", "CompetentDecision")
            .Choose("Custody.SaidYes")
            .Fill("Custody.Authority", "Almviks tingsrätt")
            .SubmitOnceAsync();
        late.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("SectionChanged");
        var decided = late.Form("[name='Custody.Ground']").Attach("Custody.Evidence", "dom.pdf", "application/pdf", Sheet);
        (await decided.SubmitOnceAsync()).RedirectsTo.ShouldBe(child);
        (await client.GetAsync(PathOf(world, "c16", "documents"))).ShouldBeOk().ShouldShow("Vem som bestämmer över ett barn");
        (await mark.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync(PathOf(world, "c16", $"guardians/{guardian}"))).ShouldBeOk().ShouldNotContain(Words);
        await world.OpenAsync(Holder, "c16");
        (await client.GetAsync(PathOf(world, "c16", $"guardians/{guardian}"))).ShouldBeOk().ShouldShow(Words).ShouldShow("Visa ändå");
        await VerifyAsync(world);
    }

    [Theory, OnBothDatabases]
    public async Task Who_a_guardian_is_changes_and_an_invalid_form_hides_no_other_hand(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var path = PathOf(world, "c16", $"guardians/{await GuardianAsync(world, "c16")}");
        await world.OpenAsync(Holder, "c16");
        var mine = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Change.Name']").Fill("Change.Notes", "Min anteckning");
        var other = (await client.GetAsync(path)).Form("[name='Change.Name']").Fill("Change.Notes", "En annans anteckning");
        (await other.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        // Invalid, and shown before the other saved: what the other wrote is said, and mine is kept.
        var refused = await mine.Fill("Change.Name", "").SubmitOnceAsync();
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldShow("En annans anteckning").ShouldShow("Min anteckning");
        refused.Document.QuerySelector("[name='Change.Notes']")!.TextContent.Trim().ShouldBe("Min anteckning");
    }

    [Theory, OnBothDatabases]
    public async Task A_guardian_stands_for_someone_and_ends_with_a_reason(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var list = PathOf(world, "c16", "guardians");
        var add = (await client.GetAsync(list)).ShouldBeOk().Form("[name='Add.Name']").Fill("Add.Name", "Ulla Modin").Fill("Add.Kind", "Parent");
        var missing = (await add.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("Invalid");
        missing.Document.QuerySelector("[name='Add.Name']")!.GetAttribute("value").ShouldBe("Ulla Modin");
        (await add.Fill("Add.StandsFor", "OneChild").SubmitOnceAsync()).ShouldRefuse("StandsForMissing");
        (await add.Forge("Add.StandsFor", "Person").SubmitOnceAsync()).ShouldRefuse("NotAMinor");
        add.Forge("Add.StandsFor", "OneChild").Fill("Add.ChildId", (await ChildAsync(world)).ToString());
        (await add.SubmitOnceAsync()).RedirectsTo.ShouldBe(list);
        (await world.LastEventsAsync()).ShouldContain(nameof(GuardianAdded));

        var guardian = await world.WithDbAsync(db => db.Set<Guardian>().SingleAsync(g => g.Number == 1 && g.CaseId == world.Cases["c16"]));
        var path = PathOf(world, "c16", $"guardians/{guardian.Id}");
        var end = (await client.GetAsync(path)).ShouldBeOk().Form("[name='End.Reason']");
        (await end.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ChildReasonMissing");
        (await end.Fill("End.Reason", Words).SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldBe(
            [nameof(GuardianEnded), nameof(CustodyFellAway), nameof(CustodyFellAway), nameof(WorkItemAsked)],
            ignoreOrder: true
        );
        (await client.GetAsync(path)).ShouldBeOk().ShouldShow("Är inte längre företrädare sedan").ShouldNotContain(Words);
        (await end.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync()).ShouldRefuse("SectionChanged");
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

    [Theory]
    [InlineData(Holder, "Socialtjänsten i Sverige ansvarar")]
    [InlineData("iom-1", "The social services in Sweden are responsible")]
    [InlineData("thailand-1", "The social services in Sweden are responsible")]
    public async Task Every_page_of_a_child_alone_says_who_answers(string who, string says)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        foreach (var page in new[] { "", "travel", "minor" })
        {
            (await client.GetAsync(PathOf(world, "c17", page))).ShouldBeOk().ShouldShow(says);
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_a_child_alone_needs_is_recorded_with_its_events(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var path = PathOf(world, "c17", "minor");
        var guardian = await GuardianAsync(world, "c17");
        var page = (await client.GetAsync(path)).ShouldBeOk();

        var decide = page.Form("[name='Decide.Authority']").Fill("Decide.Side", "HomeCountry").Fill("Decide.InBestInterests", "false");
        var missing = await decide.Fill("Decide.Reasons", Words).SubmitOnceAsync();
        missing.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("Invalid").ShouldShow(Words);
        (await decide.Fill("Decide.Authority", "District court").SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldBe([nameof(BestInterestsDecided)]);
        (await client.GetAsync(path)).ShouldBeOk().ShouldNotContain(Words).ShouldNotContain("District court");

        var sign = page.Form("[name='Sign.GuardianId']").Fill("Sign.GuardianId", guardian.ToString());
        (await sign.SubmitOnceAsync()).ShouldRefuse("SheetMissing");
        (await sign.Attach("Sign.Sheet", "sida.pdf", "application/pdf", Sheet).SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldContain(nameof(GuardianSigned));

        var receiving = page.Form("[name='Receiving.Authority']").Fill("Receiving.Authority", "Child protection");
        (await receiving.SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldContain(nameof(ReceivingAuthorityNamed));
        (await client.GetAsync(path)).ShouldBeOk().ShouldNotContain("Child protection");
        await world.OpenAsync(Holder, "c17");
        (await client.GetAsync(path)).ShouldBeOk().ShouldShow("Child protection").ShouldShow(Words);

        // She is sixteen.
        (await (await client.GetAsync(path)).Form("form[action$='handler=Adult'] button").SubmitOnceAsync()).ShouldRefuse("NotAdultYet");
        // The signature falls with the guardian.
        var mark = (await client.GetAsync(PathOf(world, "c17", $"guardians/{guardian}"))).ShouldBeOk().Form("[name='Suspicion.Suspected']");
        (await mark.Fill("Suspicion.Reason", Words).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.LastEventsAsync()).ShouldContain(nameof(GuardianSignatureFellAway));
        (await sign.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync()).ShouldRefuse("GuardianExcluded");
        await VerifyAsync(world);
    }

    [Theory, OnBothDatabases]
    public async Task A_consent_for_a_child_alone_is_its_guardians(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var guardian = await GuardianAsync(world, "c17");
        var form = (await client.GetAsync(PathOf(world, "c17", "consent/give/ExchangeWithIom")))
            .ShouldBeOk()
            .Form("[name='Input.GuardianId']")
            .Fill("Input.GivenAs", "Oral")
            .Fill("Input.StartsOn", $"{await TodayAsync(world):yyyy-MM-dd}");
        form.Choose("Input.Prompts", [.. Enum.GetNames<ConsentPrompts>().Except(["None", "Needed"])]);
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("GuardianMissing");
        (await form.Fill("Input.GuardianId", guardian.ToString()).SubmitOnceAsync()).ShouldRefuse("ConsentAssentMissing");
        (await form.Fill("Input.Assent", "Refused").SubmitOnceAsync()).ShouldRefuse("ConsentChildSaysNo");
        (await form.Fill("Input.Assent", "TooYoungToBeAsked").SubmitOnceAsync()).ShouldRefuse("ConsentAgeNotKnown");
        await world.OpenAsync(Holder, "c17");
        // She is sixteen.
        (await form.SubmitOnceAsync()).ShouldRefuse("ConsentChildOldEnough");
        (await form.Fill("Input.Assent", "Given").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        await MarkAsync(client, world, guardian);
        (await client.GetAsync(PathOf(world, "c17", "consent/give/ContactAfterReturn")))
            .ShouldBeOk()
            .Document.QuerySelector($"[name='Input.GuardianId'] option[value='{guardian}']")
            .ShouldBeNull();
        (await form.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync()).ShouldRefuse("GuardianExcluded");
    }

    [Theory]
    [InlineData("true", null, "", "Input.ChildCount", "ChildCountMissing")]
    [InlineData("true", null, "13", "Input.ChildCount", "ChildCountMissing")]
    [InlineData("false", "2016-05-05", "", "Input.BirthDate", "AgeContradicts")]
    public async Task A_first_contact_asks_how_many_and_looks_at_the_age(string along, string? born, string count, string field, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(Holder);
        var form = await FirstContactAsync(client);
        form.Fill("Input.ChildrenTravelAlong", along).Fill("Input.ChildCount", count).Fill("Input.BirthDate", born);
        var answer = await form.Fill("Input.Question", Words).SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal).ShouldShow(Words);
        answer.Document.QuerySelector($"[name='{field}']").ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_first_contact_makes_children_without_names_and_marks_a_child_alone(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync(Holder);
        var family = await FirstContactAsync(client);
        family.Fill("Input.ChildrenTravelAlong", "true").Fill("Input.ChildCount", "3");
        var familyId = IdOf(await family.SubmitOnceAsync());
        (await world.WithDbAsync(db => db.Set<AccompanyingChild>().Where(c => c.CaseId == familyId).Select(c => c.Ordinal).ToListAsync())).ShouldBe(
            [1, 2, 3],
            ignoreOrder: true
        );
        (await client.GetAsync($"/cases/{familyId}/children")).ShouldBeOk().ShouldShow("Barn 3");

        var alone = (await FirstContactAsync(client)).Fill("Input.IsAdult", "false").Fill("Input.ChildrenTravelAlong", "false");
        var aloneId = IdOf(await alone.SubmitOnceAsync());
        (await world.WithDbAsync(db => db.Set<UnaccompaniedMinor>().CountAsync(m => m.CaseId == aloneId))).ShouldBe(1);
        (await world.WithDbAsync(db => db.Set<Case>().SingleAsync(c => c.Id == aloneId))).Minor.ShouldBe(MinorStanding.SwedenResponsible);
        (await client.GetAsync($"/cases/{aloneId}")).ShouldBeOk().ShouldShow("Socialtjänsten i Sverige ansvarar");
        await VerifyAsync(world);
    }

    private static async Task VerifyAsync(WalkWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        findings.ShouldBeEmpty();
    }

    private static async Task MarkAsync(PageClient client, WalkWorld world, Guid guardian)
    {
        var mark = (await client.GetAsync(PathOf(world, "c17", $"guardians/{guardian}"))).ShouldBeOk().Form("[name='Suspicion.Suspected']");
        (await mark.Fill("Suspicion.Reason", Words).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<PageForm> FirstContactAsync(PageClient client) =>
        (await client.GetAsync("/matters/new"))
            .ShouldBeOk()
            .Form("[name='Input.Channel']")
            .Fill("Input.Channel", "Phone")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.IsAdult", "true");

    private static Guid IdOf(PageAnswer answer) => Guid.Parse(answer.ShouldBe(HttpStatusCode.Redirect).RedirectsTo!.Split('/')[^1]);

    private static string PathOf(WalkWorld world, string code, string page) =>
        page.Length == 0 ? $"/cases/{world.Cases[code]}" : $"/cases/{world.Cases[code]}/{page}";

    private static Task<Guid> ChildAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<AccompanyingChild>().Where(c => c.Ordinal == 1).Select(c => c.Id).SingleAsync());

    private static Task<Guid> GuardianAsync(WalkWorld world, string code)
    {
        var caseId = world.Cases[code];
        return world.WithDbAsync(db => db.Set<Guardian>().Where(g => g.CaseId == caseId).Select(g => g.Id).SingleAsync());
    }

    private static async Task<DateOnly> TodayAsync(WalkWorld world) =>
        DateOnly.FromDateTime(await world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At)));

    private static Task<int> TokensAsync(WalkWorld world) => world.WithDbAsync(db => db.Set<StoredToken>().CountAsync(t => t.ChildId != null));

    private static Task<string> NumberAsync(WalkWorld world, string code)
    {
        var caseId = world.Cases[code];
        return world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
    }
}
