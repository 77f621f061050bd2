using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class RequestGateTests : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync() => app = await WebHost.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_what_browsers_send_from_links_and_forms_is_answered(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/fine");
        (await WebHost.Client(app).SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("language=sv", "application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("language=sv%00", "application/x-www-form-urlencoded")]
    [InlineData("language=\0", "application/x-www-form-urlencoded")]
    [InlineData("nothing of it", "multipart/form-data; boundary=x")]
    [InlineData("nothing of it", "multipart/form-data")]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await WebHost.Client(app).PostAsync("/language", content, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
