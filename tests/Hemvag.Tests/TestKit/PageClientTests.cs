using System.Net;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class PageClientTests
{
    private const string Page = """
        <main><form method="post"><input type="hidden" name="OperationId" value="7">
        <input name="Name"><input type="checkbox" name="Ready" value="true" checked>
        <select name="Kind"><option value="a">A<option value="b" selected>B</select>
        <textarea name="Note"></textarea><button name="act" value="save">Spara</button></form></main>
        """;

    [Fact]
    public async Task A_form_sends_what_a_browser_would_and_keeps_hidden_fields()
    {
        await using var app = await StartAsync(form => string.Join('|', form.Select(field => $"{field.Key}={field.Value}")));
        using var client = new PageClient(app.GetTestClient());

        var answer = await (await client.GetAsync("/")).Form().Fill("Name", "Ștefan & Åsa").SubmitAsync("save");

        answer
            .ShouldBe(HttpStatusCode.BadRequest)
            .ShouldRefuse("Unfit")
            .ShouldShow("OperationId=7|Ready=true|Kind=b|Note=|Name=Ștefan & Åsa|act=save");
    }

    [Fact]
    public async Task A_field_the_form_does_not_show_cannot_be_filled()
    {
        await using var app = await StartAsync(_ => "");
        using var client = new PageClient(app.GetTestClient());
        var form = (await client.GetAsync("/")).Form();

        Should.Throw<InvalidOperationException>(() => form.Fill("Nam", "x")).Message.ShouldContain("Name, Ready, Kind, Note");
    }

    private static async Task<WebApplication> StartAsync(Func<IFormCollection, string> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(Page, "text/html"));
        app.MapPost(
            "/",
            async (HttpContext context) =>
            {
                context.Response.StatusCode = 400;
                context.Response.Headers["X-Refusal"] = "Unfit";
                await context.Response.WriteAsync(WebUtility.HtmlEncode(answer(await context.Request.ReadFormAsync())));
            }
        );
        await app.StartAsync();
        return app;
    }
}
