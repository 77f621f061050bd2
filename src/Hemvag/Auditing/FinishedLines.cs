namespace Hemvag.Auditing;

/// <summary>The lines of a file that only grows. A line without its end was being written when the machine went down; it never became one.</summary>
internal static class FinishedLines
{
    private const byte End = (byte)'\n';

    /// <summary>Each line without its end, valid until the next is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var held = 0;
        for (var read = file.Read(buffer, 0, buffer.Length); read > 0; read = file.Read(buffer, held, buffer.Length - held))
        {
            held += read;
            var start = 0;
            for (var end = Array.IndexOf(buffer, End, start, held - start); end >= 0; end = Array.IndexOf(buffer, End, start, held - start))
            {
                yield return buffer.AsMemory(start, end - start);
                start = end + 1;
            }

            buffer.AsSpan(start, held - start).CopyTo(buffer);
            held -= start;
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }
}
