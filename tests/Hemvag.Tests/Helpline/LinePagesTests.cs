using System.Net;
using Hemvag.Demo;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Helpline;

/// <summary>The pages of both lines, used as a person would.</summary>
public sealed class LinePagesTests
{
    [Fact]
    public async Task An_enquiry_is_logged_called_back_linked_and_taken_back()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("iom-1");
        var form = (await client.GetAsync("/helpline/new")).ShouldBeOk().ShouldShow("The number is not written here").Form("[name='Input.Topic']");
        (await form.SubmitOnceAsync()).ShouldRefuse("Invalid");
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch);
        var filled = form.Fill("Input.Channel", "Viber")
            .Fill("Input.Language", "Tajik")
            .Fill("Input.Topic", "Complaint")
            .Fill("Input.Outcome", "CallBack");
        var refused = (await filled.Fill("Input.Day", day.ToString("O")).SubmitOnceAsync()).ShouldRefuse("HelplineTooLongAgo");
        refused.Form("[name='Input.Topic']")["Input.Topic"].ShouldBe("Complaint");
        (await refused.Form("[name='Input.Topic']").Fill("Input.Day", Day(world, -1)).SubmitOnceAsync()).ShouldRefuse("HelplineCallBackNeedsDay");
        var before = await CountAsync(world);
        var good = filled.Fill("Input.Day", Day(world, -1)).Fill("Input.CallBackOn", Day(world, 1));
        (await good.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await good.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await CountAsync(world)).ShouldBe(before + 1);

        var id = await world.WithDbAsync(db =>
            db.Set<HelplineEnquiry>().Where(e => e.Topic == HelplineTopic.Complaint).Select(e => e.Id).SingleAsync()
        );
        var page = (await client.GetAsync($"/helpline/{id}")).ShouldBeOk().ShouldShow("Tajik");
        (await page.Form("[name=Result]").Fill("Result", "Tried").SubmitOnceAsync()).ShouldRefuse("HelplineCallBackNeedsDay");
        (await page.Form("[name=Result]").Fill("Result", "Tried").Fill("NextOn", Day(world, 1)).SubmitAsync()).ShouldBeOk().ShouldShow("No answer");
        (await page.Form("[name=Result]").Fill("Result", "Reached").Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Reached");

        var number = await world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == world.Cases["c02"]).Select(c => c.Number).SingleAsync());
        var strange = await world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == world.Cases["c10"]).Select(c => c.Number).SingleAsync());
        var there = (await page.Form("main [name=Number]").Fill("Number", strange).SubmitOnceAsync()).ShouldRefuse("HelplineCaseUnknown");
        var nowhere = (await page.Form("main [name=Number]").Fill("Number", "ÅMP 1999-0001").SubmitOnceAsync()).ShouldRefuse("HelplineCaseUnknown");
        there.Status.ShouldBe(nowhere.Status);
        there.Form("main [name=Number]")["Number"].ShouldBe(strange);
        (await page.Form("main [name=Number]").Fill("Number", number).SubmitAsync()).ShouldBeOk().ShouldShow(number);
        // The colleague who does not see the case sees no link; the case says that there is one, and not what was asked.
        (await (await world.AsAsync("vast-1")).GetAsync($"/cases/{world.Cases["c02"]}"))
            .ShouldBeOk()
            .ShouldNotContain("Klagomål");
        var linked = (await client.GetAsync($"/helpline/{id}")).ShouldBeOk();
        (await linked.Form("[name=why]").Fill("why", "NotHere").SubmitAsync()).ShouldBeOk().ShouldNotContain(number);

        (await linked.Form("[name=Reason]").SubmitOnceAsync()).ShouldRefuse("Invalid");
        (await linked.Form("[name=Reason]").Fill("Reason", "Mistyped").SubmitAsync()).ShouldBeOk().ShouldShow("The row was taken back");
    }

    [Fact]
    public async Task The_list_shows_what_was_chosen_and_nothing_for_what_cannot_be_understood()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("iom-1");
        (await client.GetAsync("/helpline")).ShouldBeOk().ShouldShow("Call back").ShouldShow("Monday to Friday 13–15 Swedish time");
        var tajik = (await client.GetAsync("/helpline?language=Tajik")).ShouldBeOk();
        tajik.Document.QuerySelectorAll("main section:nth-of-type(2) li").Length.ShouldBe(1);
        foreach (
            var wrong in new[] { "language=Klingon", "topic=7", "channel=phone%00", "place=XX", "place=../..", "outcome=" + new string('a', 500) }
        )
        {
            (await client.GetAsync("/helpline?" + wrong)).ShouldBeOk().ShouldShow("cannot be understood");
        }

        (await client.GetAsync("/helpline?place=IQ")).ShouldBeOk().ShouldShow("in Iraq");
        (await client.GetAsync("/helpline/counts?year=1999")).ShouldBeOk().ShouldShow("cannot be shown");
    }

    [Fact]
    public async Task Whoever_is_not_of_the_line_sees_figures_or_nothing()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await world.WithDbAsync(db => db.Set<HelplineEnquiry>().Select(e => e.Id).FirstAsync());
        foreach (var code in new[] { "national-1", "auditor-1", "vast-1", "approver-1", "thailand-1", "admin-1", "dpo-1" })
        {
            var client = await world.AsAsync(code);
            foreach (var path in new[] { "/helpline", "/helpline/new", $"/helpline/{id}" })
            {
                (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{code} {path}");
            }

            var counts = code is "national-1" or "auditor-1" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            (await client.GetAsync("/helpline/counts")).Status.ShouldBe(counts, code);
        }

        (await (await world.AsAsync("iom-1")).GetAsync($"/helpline/{Guid.CreateVersion7()}")).ShouldBeHidden();
        (await (await world.AsAsync("iom-1")).GetAsync("/support-line")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_talk_is_logged_shown_to_its_own_and_counted_for_the_donor()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var form = (await client.GetAsync("/support-line/new")).ShouldBeOk().Form("[name='Input.Asker']");
        (await form.SubmitOnceAsync()).ShouldRefuse("Invalid");
        var filled = form.Fill("Input.Asker", "School")
            .Fill("Input.CountyCode", "14")
            .Fill("Input.Topic", "Children")
            .Fill("Input.Length", "Longer")
            .Fill("Input.Referral", "SocialServices");
        (await filled.Forge("Input.CountyCode", "99").SubmitOnceAsync())
            .ShouldRefuse("SupportCountyUnknown")
            .Form("[name='Input.Asker']")["Input.Topic"]
            .ShouldBe("Children");
        (await filled.Fill("Input.CountyCode", "14").SubmitAsync()).ShouldBeOk().ShouldShow("Skola");
        var me = DemoAccounts.IdOf("vast-1");
        var id = await world.WithDbAsync(db =>
            db.Set<SupportTalk>().Where(t => t.LoggedBy == me && t.Asker == SupportAsker.School).Select(t => t.Id).SingleAsync()
        );
        var own = (await client.GetAsync($"/support-line/{id}")).ShouldBeOk().ShouldShow("Mer än en timme");
        (await client.GetAsync("/support-line")).ShouldBeOk().ShouldNotContain("Stödlinjen i siffror");

        var national = await world.AsAsync("national-1");
        (await national.GetAsync($"/support-line/{id}")).ShouldBeHidden();
        (await (await world.AsAsync("stockholm-1")).GetAsync($"/support-line/{id}")).ShouldBeHidden();
        (await national.GetAsync("/support-line")).ShouldBeOk().ShouldShow("Stödlinjen i siffror").ShouldShow("Antal under 5 visas inte");
        (await national.GetAsync("/support-line?year=x")).ShouldBeOk().ShouldShow("går inte att visa");
        (await own.Form("[name=Reason]").Fill("Reason", "LoggedTwice").SubmitAsync()).ShouldBeOk().ShouldShow("Raden är tillbakatagen");
        (await own.Form("[name=Reason]").Fill("Reason", "Mistyped").Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitOnceAsync()).ShouldRefuse(
            "HelplineTakenBack"
        );
    }

    private static Task<int> CountAsync(WalkWorld world) => world.WithDbAsync(db => db.Set<HelplineEnquiry>().CountAsync());

    private static string Day(WalkWorld world, int fromNow) =>
        DateOnly.FromDateTime(world.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(fromNow).ToString("O");
}
