namespace Hemvag.Sealing;

/// <summary>One version of the root keys: three independent random 256-bit keys.</summary>
internal sealed class RootKey
{
    public const int KeyLength = 32;

    private readonly byte[] wrapping;
    private readonly byte[] tokens;
    private readonly byte[] chain;

    /// <param name="created">UTC, when the version was made.</param>
    /// <exception cref="ArgumentException">A key is not 32 bytes.</exception>
    public RootKey(ReadOnlySpan<byte> wrapping, ReadOnlySpan<byte> tokens, ReadOnlySpan<byte> chain, DateTime created = default)
    {
        this.wrapping = Require(wrapping);
        this.tokens = Require(tokens);
        this.chain = Require(chain);
        Created = created;
    }

    public DateTime Created { get; }

    /// <summary>Wraps case keys.</summary>
    public ReadOnlySpan<byte> Wrapping => wrapping;

    /// <summary>Makes match tokens and other keyed tokens.</summary>
    public ReadOnlySpan<byte> Tokens => tokens;

    /// <summary>Chains the trails.</summary>
    public ReadOnlySpan<byte> Chain => chain;

    /// <summary>Whether both are the same three keys.</summary>
    public bool IsSameAs(RootKey other) =>
        wrapping.AsSpan().SequenceEqual(other.wrapping) && tokens.AsSpan().SequenceEqual(other.tokens) && chain.AsSpan().SequenceEqual(other.chain);

    private static byte[] Require(ReadOnlySpan<byte> key) =>
        key.Length == KeyLength ? key.ToArray() : throw new ArgumentException("A root key is 32 bytes.", nameof(key));
}
