using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Auditing.Verification;

/// <summary>
/// Compares the rows that the streams stand for with those in the tables without holding either: a keyed digest of each
/// row is added to its stream's sum where a stream stands for it and taken away where a table holds it, and what is the same leaves nothing. The key is random and lives for one verification, so that
/// nobody can write rows that cancel each other.
/// </summary>
internal sealed class RowSums
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock gate = new();
    private readonly Dictionary<string, UInt128> sums = new(StringComparer.Ordinal);

    /// <summary>One reader's own part, added to the whole when its work is done.</summary>
    public Part NewPart() => new(this);

    /// <summary>Streams whose rows are not what they stand for.</summary>
    public IReadOnlyList<string> Differing()
    {
        lock (gate)
        {
            return [.. sums.Where(s => s.Value != UInt128.Zero).Select(s => s.Key)];
        }
    }

    private void Add(Dictionary<string, UInt128> part)
    {
        lock (gate)
        {
            foreach (var (stream, value) in part)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, stream, out _);
                sum = unchecked(sum + value);
                if (sum == UInt128.Zero)
                {
                    // Nothing is left to remember: the memory this takes is that of what only one side has seen yet.
                    sums.Remove(stream);
                }
            }
        }
    }

    internal sealed class Part(RowSums whole)
    {
        private const int Most = 5_000;
        private readonly Dictionary<string, UInt128> mine = new(StringComparer.Ordinal);

        /// <summary>A stream stands for this row.</summary>
        public void Expect(string stream, string entity, Guid id, byte[] digest) => Add(stream, DigestOf(entity, id, digest));

        /// <summary>A table holds this row.</summary>
        public void Find(string stream, string entity, Guid id, byte[] digest) => Add(stream, unchecked(UInt128.Zero - DigestOf(entity, id, digest)));

        private UInt128 DigestOf(string entity, Guid id, byte[] digest)
        {
            Span<byte> content = stackalloc byte[16 + 128 + SHA256.HashSizeInBytes];
            id.TryWriteBytes(content);
            digest.CopyTo(content[16..]);
            var length = 16 + digest.Length;
            length += Encoding.UTF8.GetBytes(entity, content[length..]);
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(whole.key, content[..length], mac);
            return BinaryPrimitives.ReadUInt128BigEndian(mac);
        }

        private void Add(string stream, UInt128 value)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(mine, stream, out _);
            sum = unchecked(sum + value);
            if (mine.Count >= Most)
            {
                HandIn();
            }
        }

        public void HandIn()
        {
            whole.Add(mine);
            mine.Clear();
        }
    }
}
