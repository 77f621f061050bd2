using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;

namespace Hemvag.Tests.Kill;

/// <summary>The program as it is started on a machine: a process of its own, which can be killed.</summary>
internal sealed class ProgramProcess : IDisposable
{
    // The first start fills the demo; on a machine that is busy with other tests that takes its time.
    private static readonly TimeSpan MostForAStart = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly Task<string> output;

    private ProgramProcess(Process process, Uri url)
    {
        this.process = process;
        Url = url;
        output = ReadAsync(process);
    }

    public Uri Url { get; }

    public static async Task<ProgramProcess> RunAsync(TestDatabase database, string folder)
    {
        var url = new Uri($"http://localhost:{FreePort()}");
        var running = new ProgramProcess(Start(database, folder, "run", $"--urls={url}"), url);
        try
        {
            await running.ReadyAsync();
            return running;
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <returns>Exit code and what was printed.</returns>
    public static async Task<(int Code, string Said)> VerifyAsync(TestDatabase database, string folder)
    {
        using var verify = Start(database, folder, "verify");
        var said = await ReadAsync(verify);
        await verify.WaitForExitAsync();
        return (verify.ExitCode, said);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>All that it printed; known once it has ended.</summary>
    public Task<string> SaidAsync() => output;

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Start(TestDatabase database, string folder, string verb, params string[] more)
    {
        // Beside the tests lies a copy without the manifests of assets: the program's own build has them.
        var built = Path.GetRelativePath(Path.Combine(RepositoryFolder.Path, "tests", "Hemvag.Tests"), AppContext.BaseDirectory);
        var program = Path.Combine(ProgramFolder, built, "Hemvag.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            program,
            verb,
            "--demo",
            "--Demo:Cases=false",
            $"--Data={folder}",
            .. database.Settings.Select(s => $"--{s.Key}={s.Value}"),
            .. more,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string ProgramFolder => Path.Combine(RepositoryFolder.Path, "src", "Hemvag");

    private static async Task<string> ReadAsync(Process process)
    {
        var both = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return string.Concat(both);
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Url };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < MostForAStart)
        {
            if (process.HasExited)
            {
                var said = await output;
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"The program ended with {process.ExitCode}: {said}")
                );
            }

            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The program was not ready in time.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
