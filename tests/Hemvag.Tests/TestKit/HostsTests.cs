using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class HostsTests
{
    // Outside a demo the start wants certificates for its keys.
    private static AppOptions Demo(AppOptions options) => options with { Demo = true };

    [Theory, OnBothDatabases]
    public async Task The_application_answers_in_memory(DatabaseKind kind)
    {
        await using var app = await InMemoryApp.StartAsync(kind, Demo);
        using var client = app.NewClient();

        (await client.GetAsync("/health/live")).ShouldBeOk();
    }

    [Fact]
    public async Task The_application_answers_on_a_port()
    {
        await using var app = await RunningApp.StartAsync(DatabaseKind.Sqlite, Demo);
        using var http = new HttpClient { BaseAddress = app.Url };

        (await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }
}
