namespace Hemvag.Sealing;

/// <summary>
/// The root keys that this process holds. Versions run from 1 without gaps to <see cref="NewestVersion"/>; old things name the version they
/// were made under. A version added to the key file is taken up while the process runs, and none is ever let go.
/// </summary>
internal sealed class RootKeys
{
    /// <summary>So long a new version only opens before anything is made under it: until then every node has come to hold it.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);

    private readonly Func<(RootKey[] Versions, bool IsDemo)?>? readAgain;
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

    /// <param name="readAgain">Answers what the key file holds where it has changed since it was last read, else null.</param>
    /// <param name="time">Says when a new version is settled; null uses the newest at once.</param>
    public RootKeys(IEnumerable<RootKey> versions, bool isDemo, Func<(RootKey[] Versions, bool IsDemo)?> readAgain, TimeProvider? time)
        : this(versions, isDemo)
    {
        this.readAgain = readAgain;
        this.time = time;
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
        lock (taking)
        {
            if (readAgain?.Invoke() is not var (found, _))
            {
                return false;
            }

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
