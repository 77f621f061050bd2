using System.Net;
using System.Net.Sockets;
using Hemvag.TestKit.Databases;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hemvag.TestKit.Hosts;

/// <summary>The whole application listening on a free port of localhost, for browsers and for tests of the wire.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly AppFactory factory;
    private readonly TestDatabase? owned;

    private RunningApp(AppFactory factory, Uri url, TestDatabase? owned)
    {
        this.factory = factory;
        this.owned = owned;
        Url = url;
    }

    /// <summary>By name, since passkeys don't work on a bare address.</summary>
    public Uri Url { get; }

    public IServiceProvider Services => factory.Services;

    /// <summary>On an empty database of its own.</summary>
    public static async Task<RunningApp> StartAsync(DatabaseKind kind, Func<AppOptions, AppOptions>? change = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return Start(database, change, database);
    }

    /// <summary>On a database that the test keeps.</summary>
    public static RunningApp Start(TestDatabase database, Func<AppOptions, AppOptions>? change = null) => Start(database, change, owned: null);

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }

    private static RunningApp Start(TestDatabase database, Func<AppOptions, AppOptions>? change, TestDatabase? owned)
    {
        var options = new AppOptions { Database = database };
        options = change?.Invoke(options) ?? options;
        var port = FreePort();
        var started = new AppFactory(options);
        started.UseKestrel((KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, port));
        started.StartServer();
        return new RunningApp(started, new Uri($"http://localhost:{port}"), owned);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
