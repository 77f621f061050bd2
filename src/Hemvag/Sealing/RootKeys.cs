namespace Hemvag.Sealing;

/// <summary>One version of the root keys: three independent random 256-bit keys.</summary>
internal sealed class RootKey
{
    public const int KeyLength = 32;

    private readonly byte[] wrapping;
    private readonly byte[] tokens;
    private readonly byte[] chain;

    /// <exception cref="ArgumentException">A key is not 32 bytes.</exception>
    public RootKey(ReadOnlySpan<byte> wrapping, ReadOnlySpan<byte> tokens, ReadOnlySpan<byte> chain)
    {
        this.wrapping = Require(wrapping);
        this.tokens = Require(tokens);
        this.chain = Require(chain);
    }

    /// <summary>Wraps case keys.</summary>
    public ReadOnlySpan<byte> Wrapping => wrapping;

    /// <summary>Makes match tokens and other keyed tokens.</summary>
    public ReadOnlySpan<byte> Tokens => tokens;

    /// <summary>Chains the trails.</summary>
    public ReadOnlySpan<byte> Chain => chain;

    private static byte[] Require(ReadOnlySpan<byte> key) =>
        key.Length == KeyLength ? key.ToArray() : throw new ArgumentException("A root key is 32 bytes.", nameof(key));
}

/// <summary>
/// The root keys of this installation, immutable. Versions run from 1 without gaps to <see cref="CurrentVersion"/>:
/// new things use the current version, old ones name the version they were made under.
/// </summary>
internal sealed class RootKeys
{
    private readonly RootKey[] versions;

    /// <param name="versions">Version 1 first; at least one.</param>
    /// <param name="isDemo">True for keys a demo run made for itself, unprotected.</param>
    public RootKeys(IEnumerable<RootKey> versions, bool isDemo)
    {
        this.versions = [.. versions];
        ArgumentOutOfRangeException.ThrowIfZero(this.versions.Length, nameof(versions));
        IsDemo = isDemo;
    }

    public int CurrentVersion => versions.Length;

    public bool IsDemo { get; }

    /// <exception cref="RootKeyException">There is no such version: the key folder is older than the data.</exception>
    public RootKey For(int version) =>
        version >= 1 && version <= versions.Length
            ? versions[version - 1]
            : throw new RootKeyException(
                $"The key folder holds no root keys of version {version}; it is older than the data, or not the one that belongs to it."
            );
}
