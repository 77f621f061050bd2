using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.ChildrenPageSteps;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Children;

/// <summary>The pages of a child who returns alone, from the first contact on.</summary>
public sealed class ChildAlonePagesTests
{
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
}
