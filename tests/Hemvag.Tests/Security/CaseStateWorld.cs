using System.Net;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Security;

/// <summary>Brings cases of the demo into the states that the demo itself does not show, by the pages that do it.</summary>
internal static class CaseStateWorld
{
    public static async Task<WalkWorld> StartAsync()
    {
        var world = await WalkWorld.StartAsync();
        await HandToRegionAsync(world);
        await HandToColleagueAsync(world);
        await ProtectAsync(world);
        await WithdrawAsync(world);
        await BreakGlassAsync(world);
        return world;
    }

    private static async Task HandToRegionAsync(WalkWorld world)
    {
        var page = await PageAsync(world, "stockholm-2", "c12", "hand-over");
        var form = page.Form("[name='Input.RegionId']").Fill("Input.RegionId", StableId.Of("region:syd").ToString());
        await DoneAsync(form.Fill("Input.ConsentsToContact", "true").Fill("Input.ConsentForm", "Oral").SubmitOnceAsync());
    }

    private static async Task HandToColleagueAsync(WalkWorld world)
    {
        var page = await PageAsync(world, "stockholm-1", "c03", "colleagues");
        var form = page.Form("[name=ColleagueId]").Fill("ColleagueId", DemoAccounts.IdOf("stockholm-2").ToString());
        await DoneAsync(form.SubmitOnceAsync("hand-over"));
    }

    private static async Task ProtectAsync(WalkWorld world)
    {
        var shared = await PageAsync(world, "stockholm-1", "c06", "colleagues");
        await DoneAsync(shared.Form("[name=ColleagueId]").Fill("ColleagueId", DemoAccounts.IdOf("stockholm-2").ToString()).SubmitOnceAsync("share"));
        var caseId = world.Cases["c06"];
        var holder = DemoAccounts.IdOf("stockholm-1");
        var part = await world.WithDbAsync(db =>
            db.Set<CaseParticipant>().Where(p => p.CaseId == caseId && p.AccountId == holder && p.Until == null).Select(p => p.Id).SingleAsync()
        );
        var page = await PageAsync(world, "stockholm-1", "c06", "person/protected");
        var form = page.Form("[name=Protection]").Fill("Protection", nameof(IdentityProtection.ProtectedRegistration));
        await DoneAsync(form.Choose("Readers", part.ToString()).SubmitOnceAsync());
    }

    private static async Task WithdrawAsync(WalkWorld world)
    {
        var caseId = world.Cases["c07"];
        var consent = await world.WithDbAsync(db =>
            db.Set<Consent>().SingleAsync(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.ExchangeWithIom && c.WithdrawnAt == null)
        );
        // The first form of a case's page is the stop.
        await DoneAsync((await PageAsync(world, "vast-1", "c07", $"consent/{consent.Id}/withdraw")).Form(".form-narrow form").SubmitOnceAsync());
    }

    private static async Task BreakGlassAsync(WalkWorld world)
    {
        var caseId = world.Cases["c04"];
        var number = await world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
        var form = (await (await world.AsAsync("vast-2")).GetAsync("/break-glass")).ShouldBeOk().Form("form:has([name=Reason])");
        await DoneAsync(
            form.Fill("Number", number).Fill("Compartment", "Contact").Fill("Reason", "Ringer från ett låst rum, ingen svarar.").SubmitOnceAsync()
        );
    }

    private static async Task<PageAnswer> PageAsync(WalkWorld world, string who, string caseCode, string page) =>
        (await (await world.AsAsync(who)).GetAsync($"/cases/{world.Cases[caseCode]}/{page}")).ShouldBeOk();

    private static async Task DoneAsync(Task<PageAnswer> sent) => (await sent).ShouldBe(HttpStatusCode.Redirect);
}
