using System.Net;
using System.Net.Sockets;
using System.Text;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Sealing;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>Where a scanner is configured, an upload that it does not call clean is not kept, whatever the reason.</summary>
public sealed class FileScannerTests
{
    [Theory]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", HttpStatusCode.InternalServerError)]
    [InlineData("", HttpStatusCode.InternalServerError)]
    [InlineData(null, HttpStatusCode.InternalServerError)]
    public async Task What_is_not_called_clean_is_not_kept(string? verdict, HttpStatusCode expected)
    {
        await using var clamd = Clamd.Start(verdict);
        await using var world = await WorldAsync(clamd.Port);
        var before = (await world.OperationsAsync(), await FilesAsync(world));
        (await UploadAsync(world)).ShouldBe(expected);
        (await world.OperationsAsync(), await FilesAsync(world)).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_clean_is_kept_and_marked_scanned()
    {
        await using var clamd = Clamd.Start("stream: OK\0");
        await using var world = await WorldAsync(clamd.Port);
        (await UploadAsync(world)).ShouldBe(HttpStatusCode.Redirect);
        (await world.WithDbAsync(db => db.Set<SealedFile>().OrderByDescending(f => f.Id).Select(f => f.Scanned).FirstAsync())).ShouldBeTrue();
        clamd.Received.ShouldContain("%PDF-1.7");
    }

    private static async Task<WalkWorld> WorldAsync(int port)
    {
        var world = await WalkWorld.StartAsync(services: s => s.AddSingleton(new ClamdOptions { Host = "127.0.0.1", Port = port }));
        await world.OpenAsync("vast-1", "c02");
        return world;
    }

    private static Task<int> FilesAsync(WalkWorld world) => world.WithDbAsync(db => db.Set<SealedFile>().CountAsync());

    private static async Task<PageAnswer> UploadAsync(WalkWorld world)
    {
        var client = await world.AsAsync("vast-1");
        var page = (await client.GetAsync($"/cases/{world.Cases["c02"]}/documents")).ShouldBeOk();
        return await page.Form("[name='Input.File']")
            .Fill("Input.Compartment", "Identity")
            .Attach("Input.File", "intyg.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7 something"))
            .SubmitOnceAsync();
    }

    /// <summary>Takes a stream as clamd does and says what it is told; closes at once when it has nothing to say.</summary>
    private sealed class Clamd : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly StringBuilder received = new();
        private Task serving = Task.CompletedTask;

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public string Received => received.ToString();

        public static Clamd Start(string? verdict)
        {
            var clamd = new Clamd();
            clamd.listener.Start();
            clamd.serving = clamd.ServeAsync(verdict);
            return clamd;
        }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task ServeAsync(string? verdict)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                if (verdict is null)
                {
                    return;
                }

                await using var stream = client.GetStream();
                var buffer = new byte[64 * 1024];
                // A chunk of no length ends what is sent.
                do
                {
                    received.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer)));
                } while (!Received.EndsWith("\0\0\0\0", StringComparison.Ordinal));
                await stream.WriteAsync(Encoding.ASCII.GetBytes(verdict));
            }
            catch (SocketException)
            {
                // Nobody came.
            }
        }
    }
}
