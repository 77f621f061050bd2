using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench;

/// <summary>The published application as a process of its own, so that its CPU and memory are its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private ServerProcess(Process process, Uri url)
    {
        this.process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan ToFirstAnswer { get; private set; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(string app, TestDatabase database, string dataFolder)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var info = new ProcessStartInfo("dotnet", [Path.Combine(app, "Hemvag.dll"), "run", "--demo", "--urls", url.ToString(), "--Demo:Cases=false"])
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
        };
        info.Environment["Data"] = dataFolder;
        foreach (var (key, value) in database.Settings)
        {
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var watch = Stopwatch.StartNew();
        var server = new ServerProcess(Process.Start(info)!, url);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        try
        {
            await server.AwaitAnswerAsync();
        }
        catch
        {
            server.Dispose();
            throw;
        }

        server.ToFirstAnswer = watch.Elapsed;
        return server;
    }

    private async Task AwaitAnswerAsync()
    {
        using var http = new HttpClient { BaseAddress = Url };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/sign-in");
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException error) when (error.StatusCode is null && watch.Elapsed < Patience && !process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
