using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Hemvag.TestKit.Hosts;

/// <summary>The whole application without a socket, with a clock that the test owns.</summary>
public sealed class InMemoryApp : IAsyncDisposable
{
    private readonly AppFactory factory;
    private readonly TestDatabase? owned;

    private InMemoryApp(AppFactory factory, FakeTime time, TestDatabase? owned)
    {
        this.factory = factory;
        this.owned = owned;
        Time = time;
    }

    public FakeTime Time { get; }

    /// <summary>Singletons, and scopes for the rest.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>On an empty database of its own.</summary>
    public static async Task<InMemoryApp> StartAsync(DatabaseKind kind, Func<AppOptions, AppOptions>? change = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return Start(database, change, database);
    }

    /// <summary>On a database that the test keeps.</summary>
    public static InMemoryApp Start(TestDatabase database, Func<AppOptions, AppOptions>? change = null) => Start(database, change, owned: null);

    /// <summary>A new visitor with no cookies.</summary>
    public PageClient NewClient() =>
        new(
            factory.CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    // Secure cookies are sent back over https alone.
                    BaseAddress = new Uri("https://localhost"),
                    AllowAutoRedirect = false,
                    HandleCookies = true,
                }
            )
        );

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }

    private static InMemoryApp Start(TestDatabase database, Func<AppOptions, AppOptions>? change, TestDatabase? owned)
    {
        var options = new AppOptions { Database = database, Time = new FakeTime() };
        options = change?.Invoke(options) ?? options;
        return new InMemoryApp(new AppFactory(options), (FakeTime)options.Time!, owned);
    }
}
