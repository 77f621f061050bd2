using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Auditing.Verification;

/// <summary>
/// Every head that trusted checkpoints saw, in forty bytes each: an installation of years has millions. Names and MACs are held as digests;
/// where one is missing its name is read from the file once more.
/// </summary>
internal sealed class SeenHeads
{
    private static readonly Comparer<Seen> InOrder = Comparer<Seen>.Create(
        (a, b) => (a.Stream, a.Count, a.Mac).CompareTo((b.Stream, b.Count, b.Mac))
    );

    private readonly List<Seen> all = [];
    private Seen[] sorted = [];
    private bool[] met = [];

    public void Add(string stream, long count, byte[] mac) => all.Add(new Seen(DigestOf(stream), count, DigestOf(mac)));

    /// <summary>After the last is added.</summary>
    public void Sort()
    {
        sorted = [.. all];
        all.Clear();
        Array.Sort(sorted, InOrder);
        met = new bool[sorted.Length];
    }

    /// <summary>The heads of one stream, in order, to be compared with its operations.</summary>
    public Walk Of(string stream)
    {
        var digest = DigestOf(stream);
        var at = Array.BinarySearch(sorted, new Seen(digest, long.MinValue, default), InOrder);
        return new Walk(this, digest, at < 0 ? ~at : at);
    }

    /// <summary>Whether streams that a checkpoint saw were never asked for.</summary>
    public bool SomeVanished => Array.IndexOf(met, false) >= 0;

    /// <summary>Whether this head of a stream was never asked for.</summary>
    public bool HasVanished(string stream, long count)
    {
        var digest = DigestOf(stream);
        var at = Array.BinarySearch(sorted, new Seen(digest, count, default), InOrder);
        at = at < 0 ? ~at : at;
        return at < sorted.Length && sorted[at].Stream == digest && sorted[at].Count == count && !met[at];
    }

    private static UInt128 DigestOf(string text) => DigestOf(Encoding.UTF8.GetBytes(text));

    private static UInt128 DigestOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(UInt128 Stream, long Count, UInt128 Mac);

    /// <summary>Goes along one stream. Every head of it that was seen counts, not the newest alone.</summary>
    internal sealed class Walk(SeenHeads heads, UInt128 stream, int first)
    {
        private int at = first;

        /// <summary>The next operation of the stream.</summary>
        /// <returns>Counts at which a checkpoint saw something else than what stands here, or an operation that is not here.</returns>
        public IEnumerable<long> Pass(long version, byte[] mac)
        {
            for (; IsThere && heads.sorted[at].Count <= version; at++)
            {
                heads.met[at] = true;
                if (heads.sorted[at].Count < version || heads.sorted[at].Mac != DigestOf(mac))
                {
                    yield return heads.sorted[at].Count;
                }
            }
        }

        /// <summary>The stream has ended here.</summary>
        /// <returns>Counts beyond its end that a checkpoint saw.</returns>
        public IEnumerable<long> End()
        {
            for (; IsThere; at++)
            {
                heads.met[at] = true;
                yield return heads.sorted[at].Count;
            }
        }

        private bool IsThere => at < heads.sorted.Length && heads.sorted[at].Stream == stream;
    }
}
