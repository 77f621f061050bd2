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
        wrapping.AsSpan().SequenceEqual(other.wrapping)
        && tokens.AsSpan().SequenceEqual(other.tokens)
        && chain.AsSpan().SequenceEqual(other.chain);

    private static byte[] Require(ReadOnlySpan<byte> key) =>
        key.Length == KeyLength ? key.ToArray() : throw new ArgumentException("A root key is 32 bytes.", nameof(key));
}

/// <summary>
/// The root keys that this process holds. Versions run from 1 without gaps to <see cref="NewestVersion"/>; old things name the version they
/// were made under. A version added to the key file is taken up while the process runs, and none is ever let go.
/// </summary>
internal sealed class RootKeys
{
    /// <summary>So long a new version only opens before anything is made under it: until then every node has come to hold it.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);

    private readonly RootKeySource? source;
    private readonly TimeProvider? time;
    private readonly Lock taking = new();
    private volatile RootKey[] versions;

    /// <param name="versions">Version 1 first; at least one. They stay as they are.</param>
    /// <param name="isDemo">True for keys a demo run made for itself, unprotected.</param>
    public RootKeys(IEnumerable<RootKey> versions, bool isDemo)
    {
        this.versions = [.. versions];
        ArgumentOutOfRangeException.ThrowIfZero(this.versions.Length, nameof(versions));
        IsDemo = isDemo;
    }

    /// <param name="source">Where versions come from, now and later.</param>
    /// <param name="time">Null: the newest version is used at once.</param>
    /// <exception cref="RootKeyException">The file can't be read.</exception>
    public RootKeys(RootKeySource source, TimeProvider? time)
    {
        this.source = source;
        this.time = time;
        (versions, IsDemo) = source.Read();
    }

    /// <summary>What new things are made under: the newest version that is settled.</summary>
    public int CurrentVersion
    {
        get
        {
            var held = versions;
            var now = time?.GetUtcNow().UtcDateTime;
            var version = held.Length;
            while (version > 1 && held[version - 1].Created + Settles > now)
            {
                version--;
            }

            return version;
        }
    }

    /// <summary>The newest version that can be opened with.</summary>
    public int NewestVersion => versions.Length;

    public bool IsDemo { get; }

    /// <summary>The keys of a version. One that is not held yet is looked for in the key file once more.</summary>
    /// <exception cref="RootKeyException">There is no such version: the key folder is older than the data.</exception>
    public RootKey For(int version) =>
        Holds(version)
            ? versions[version - 1]
            : throw new RootKeyException(
                $"The key folder holds no root keys of version {version}; it is older than the data, or not the one that belongs to it."
            );

    /// <summary>Whether there is such a version; the key file is looked at again before the answer is no.</summary>
    public bool Holds(int version) => version >= 1 && (version <= versions.Length || (FoundAgain() && version <= versions.Length));

    /// <summary>Reads the key file again where it has changed, and takes up what has been added.</summary>
    /// <returns>True when versions were added.</returns>
    /// <exception cref="RootKeyException">The file does not open, or holds other keys than those held here; these stay in use.</exception>
    public bool LookAgain()
    {
        if (source is null || !source.HasChanged())
        {
            return false;
        }

        lock (taking)
        {
            var (found, _) = source.Read();
            var held = versions;
            if (found.Length < held.Length || held.Where((key, i) => !key.IsSameAs(found[i])).Any())
            {
                throw new RootKeyException("The key file holds other keys than this process began with; they are not taken up.");
            }

            versions = found;
            return found.Length > held.Length;
        }
    }

    private bool FoundAgain()
    {
        try
        {
            return LookAgain();
        }
        catch (RootKeyException)
        {
            // The one who asked is told that the version is missing; the minute's look says what is wrong with the file.
            return false;
        }
    }
}
