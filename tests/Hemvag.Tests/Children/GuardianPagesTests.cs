using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.ChildrenPageSteps;

namespace Hemvag.Tests.Children;

/// <summary>The pages of those who stand for a child, and of those who are kept out (OSL 12:3).</summary>
public sealed class GuardianPagesTests
{
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
}
