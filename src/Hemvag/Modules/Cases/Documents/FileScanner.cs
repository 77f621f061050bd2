using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Hemvag.Modules.Cases.Documents;

internal enum ScanResult
{
    /// <summary>No scanner is configured; the screen says that the file was not scanned.</summary>
    NotScanned,
    Clean,
    Infected,
}

/// <summary>Section <c>Clamd</c>: host and port of the scanner; without a host nothing is scanned.</summary>
internal sealed record ClamdOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 3310;
}

/// <summary>Asks clamd about a file (INSTREAM). A scan that fails stops the upload: it never passes as clean.</summary>
internal sealed class FileScanner(ClamdOptions clamd)
{
    private const int ChunkBytes = 64 * 1024;

    /// <exception cref="IOException">When clamd does not answer as it should.</exception>
    public async Task<ScanResult> ScanAsync(byte[] content)
    {
        if (clamd.Host is null)
        {
            return ScanResult.NotScanned;
        }

        using var client = new TcpClient();
        await client.ConnectAsync(clamd.Host, clamd.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray());
        var length = new byte[4];
        for (var at = 0; at < content.Length; at += ChunkBytes)
        {
            var chunk = content.AsMemory(at, Math.Min(ChunkBytes, content.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
            await stream.WriteAsync(length);
            await stream.WriteAsync(chunk);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = (await reader.ReadToEndAsync()).TrimEnd('\0', '\n');
        return answer switch
        {
            _ when answer.EndsWith(": OK", StringComparison.Ordinal) => ScanResult.Clean,
            _ when answer.EndsWith("FOUND", StringComparison.Ordinal) => ScanResult.Infected,
            _ => throw new IOException("clamd gave no verdict."),
        };
    }
}
