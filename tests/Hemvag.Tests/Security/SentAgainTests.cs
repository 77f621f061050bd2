using System.Net;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>Back, change, save again: what is sent once more unchanged is done once, and what was changed is never taken for done.</summary>
public sealed class SentAgainTests
{
    [Fact]
    public async Task A_changed_form_opens_a_matter_of_its_own()
    {
        await using var world = await WalkWorld.StartAsync();
        var form = (await MatterAsync(world)).Fill("Input.Pseudonym", "Den första");

        var first = Landed(await form.SubmitOnceAsync());
        Landed(await form.SubmitOnceAsync()).ShouldBe(first);
        Landed(await form.Fill("Input.Pseudonym", "Den andra").SubmitOnceAsync()).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("person/contact", "Input.CodeWord")]
    [InlineData("person/identity", "Input.Pronoun")]
    public async Task A_changed_section_is_held_against_what_was_saved(string page, string field)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        await world.OpenAsync("vast-1", "c02");
        var form = (await client.GetAsync($"/cases/{world.Cases["c02"]}/{page}")).ShouldBeOk().Form($"[name='{field}']").Fill(field, "En");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var before = await world.OperationsAsync();
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.OperationsAsync()).ShouldBe(before);

        var refused = (await form.Fill(field, "Två").SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("SectionChanged");

        var again = refused.Form($"[name='{field}']");
        again[field].ShouldBe("Två");
        again["OperationId"].ShouldNotBe(form["OperationId"]);
        refused.Document.QuerySelector("#meanwhile")!.ParentElement!.TextContent.ShouldContain("En");
        (await again.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("vast-1", "c02", "money/payments/0190f0a0-0000-7000-8000-000000000000")]
    [InlineData("vast-1", "c02", "travel/arrangements/Flights")]
    [InlineData("admin-1", "c02", "../../admin/accounts/0190f0a0-0000-7000-8000-000000000000")]
    public async Task A_post_that_names_no_handler_is_a_bad_request(string who, string code, string page)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        foreach (var handler in new[] { "", "?handler=Nothing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{world.Cases[code]}/{page}{handler}")
            {
                Content = new FormUrlEncodedContent([new("__form", await AccessWalkTests.TokenAsync(client))]),
            };
            ((int)(await client.SendOnceAsync(request)).Status).ShouldBeOneOf(400, 403, 404);
        }
    }

    [Theory]
    [InlineData("Input.OccurredOn", "1900-01-01", "DateTooLongAgo")]
    [InlineData("Input.Language", "xx", "SpokenLanguageUnknown")]
    public async Task A_day_long_ago_or_an_unknown_language_is_refused_and_kept(string field, string value, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var form = await MatterAsync(world);
        (await form.Forge(field, value).SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
    }

    [Fact]
    public async Task One_id_from_two_people_or_in_two_cases_is_another_operation_each()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = Guid.CreateVersion7().ToString();
        await world.AsAsync("vast-1");
        await world.AsAsync("iom-1");
        var before = await world.OperationsAsync();
        foreach (var (who, code) in new[] { ("vast-1", "c02"), ("iom-1", "c02"), ("vast-1", "c10"), ("vast-1", "c10") })
        {
            var client = await world.AsAsync(who);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__form"] = await AccessWalkTests.TokenAsync(client),
                ["OperationId"] = id,
                ["Compartments"] = "Contact",
                ["Purpose"] = "person",
                ["Return"] = "",
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{world.Cases[code]}/open")
            {
                Content = new FormUrlEncodedContent(fields),
            };
            (await client.SendOnceAsync(request)).ShouldBe(HttpStatusCode.Redirect);
        }

        (await world.OperationsAsync() - before).ShouldBe(3);
    }

    private static async Task<PageForm> MatterAsync(WalkWorld world) =>
        (await (await world.AsAsync("vast-1")).GetAsync("/matters/new"))
            .ShouldBeOk()
            .Form("[name='Input.Channel']")
            .Fill("Input.Channel", "Phone")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false");

    private static string Landed(PageAnswer answer)
    {
        answer.ShouldBe(HttpStatusCode.Redirect);
        return answer.RedirectsTo.ShouldNotBeNull();
    }
}
