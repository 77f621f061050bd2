using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hemvag.Bench.Data;
using Hemvag.Bench.Floor;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench.Driving;

/// <summary>The published product as a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly PostgresProcesses? postgres;

    private ServerProcess(Process process, Uri url, PostgresProcesses? postgres)
    {
        this.process = process;
        this.postgres = postgres;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>From the start of the process until it has answered the page to sign in.</summary>
    public TimeSpan ToFirstAnswer { get; private set; }

    public CpuTimes Cpu
    {
        get
        {
            process.Refresh();
            return new CpuTimes(process.TotalProcessorTime, postgres?.Cpu ?? TimeSpan.Zero);
        }
    }

    /// <summary>The most physical memory the process has held at any time, in bytes.</summary>
    public long PeakResidentBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <param name="app">Folder of the published product.</param>
    /// <param name="withFloor">False starts the product alone, as it was published.</param>
    public static async Task<ServerProcess> StartAsync(string app, BenchDatabase database, bool withFloor)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var info = new ProcessStartInfo(Path.Combine(app, "Hemvag"), ["run", "--urls", url.ToString()])
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in database.Settings)
        {
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        foreach (var (key, value) in withFloor ? FloorStartup.Environment : new Dictionary<string, string>(StringComparer.Ordinal))
        {
            info.Environment[key] = value;
        }

        var processes = database.Kind == DatabaseKind.Postgres ? await PostgresProcesses.FindAsync() : null;
        var watch = Stopwatch.StartNew();
        var server = new ServerProcess(Process.Start(info)!, url, processes);
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
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
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
