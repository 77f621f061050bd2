using Hemvag.Data;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>
/// A way for a professional without an account to write to one matter, once: a link, and a code that is told apart. Bound to a case, or to
/// one that does not exist yet and that it opens. Link and code are kept as keyed digests alone.
/// </summary>
internal sealed class OneTimeLink : ICaseRow
{
    /// <summary>After so many wrong codes it is of no use any more.</summary>
    public const int MostWrongCodes = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    /// <summary>How long the professional can write once the code was right.</summary>
    public static readonly TimeSpan WindowLasts = TimeSpan.FromMinutes(30);

    public required Guid Id { get; init; }

    /// <summary>The case it is bound to; of one that opens a matter, the id that the case will have.</summary>
    public required Guid CaseId { get; init; }

    public required bool OpensMatter { get; init; }

    /// <summary>Links that follow on one another show what was written through any of them: the id of the first.</summary>
    public required Guid ThreadId { get; init; }

    public required Guid RegionId { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>Hexadecimal.</summary>
    public required string LinkDigest { get; init; }

    public required string CodeDigest { get; init; }

    public int WrongCodes { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>When the code was right: from then on the link opens nothing any more, the window does.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Of the cookie that holds the window open.</summary>
    public string? WindowDigest { get; private set; }

    public DateTime? WindowUntil { get; private set; }

    /// <summary>When the form of the first contact was filled in through it.</summary>
    public DateTime? MatterOpenedAt { get; private set; }

    public bool IsDead => WrongCodes >= MostWrongCodes;

    /// <summary>Whether a right code still opens it.</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && UsedAt is null && !IsDead && ExpiresAt > now;

    public bool HasWindow(DateTime now) => RevokedAt is null && WindowUntil > now;

    /// <exception cref="RefusedException">OneTimeLinkRefused.</exception>
    public OneTimeLinkUsed Use(string windowDigest, DateTime now)
    {
        if (!IsLive(now))
        {
            throw new RefusedException(LinkRefusals.OneTimeLinkRefused, "Code");
        }

        UsedAt = now;
        WindowDigest = windowDigest;
        WindowUntil = now + WindowLasts;
        return new OneTimeLinkUsed(Id, WindowUntil.Value);
    }

    public LinkCodeWrong Wrong()
    {
        WrongCodes++;
        return new LinkCodeWrong(Id, WrongCodes);
    }

    /// <exception cref="RefusedException">LinkNotLive when there is nothing left to revoke.</exception>
    public LinkRevoked Revoke(DateTime now)
    {
        if (!IsLive(now) && !HasWindow(now))
        {
            throw new RefusedException(LinkRefusals.LinkNotLive);
        }

        RevokedAt = now;
        return new LinkRevoked(Id);
    }

    /// <summary>The professional is done: the window closes.</summary>
    public LinkLeft Leave(DateTime now)
    {
        WindowUntil = now;
        return new LinkLeft(Id);
    }

    /// <exception cref="RefusedException">LinkNotLive when it does not open one, or has.</exception>
    public MatterOpenedByLink OpenMatter(DateTime now)
    {
        if (!OpensMatter || MatterOpenedAt is not null)
        {
            throw new RefusedException(LinkRefusals.LinkNotLive);
        }

        MatterOpenedAt = now;
        return new MatterOpenedByLink(Id);
    }
}
