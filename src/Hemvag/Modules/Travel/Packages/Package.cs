using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>How a package reaches its recipient.</summary>
internal enum PackageWay
{
    /// <summary>A link that works once, and a code that is told apart.</summary>
    Link,

    /// <summary>An encrypted file, and a code that is told apart.</summary>
    File,
}

/// <summary>How a package stands.</summary>
internal enum PackageState
{
    Waits,

    /// <summary>It has been opened, or the file has been fetched, and nobody has confirmed that it came.</summary>
    Opened,
    Received,
    Expired,
    Revoked,

    /// <summary>Too many wrong codes.</summary>
    Dead,
}

/// <summary>
/// What someone outside is handed for their task: a carrier, an escort, a clinic, a landlord, an embassy, a local actor. Who it is, and what
/// is written to them, is sealed; what else is in it is read from the case at the moment it is opened, and is kept nowhere twice.
/// </summary>
internal sealed class Package : ICaseRow
{
    /// <summary>After so many wrong codes it is of no use any more.</summary>
    public const int MostWrongCodes = 5;

    /// <summary>How long the recipient can read once the code was right (not from the seeds).</summary>
    public static readonly TimeSpan WindowLasts = TimeSpan.FromMinutes(30);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required PackageRecipient Recipient { get; init; }

    public required PackageWay Way { get; init; }

    /// <summary>Words of <see cref="PackageField"/>, with commas between.</summary>
    public required string Fields { get; init; }

    /// <summary>The embassy whose yes it rests on; null for other recipients.</summary>
    public required Guid? EmbassyId { get; init; }

    /// <summary>When the person said yes to that very contact; null for an embassy, whose yes is a row of its own.</summary>
    public required DateOnly? YesOn { get; init; }

    public required AskedHow? YesHow { get; init; }

    public required Guid MadeBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Hexadecimal, keyed.</summary>
    public required string LinkDigest { get; init; }

    public required string CodeDigest { get; init; }

    public int WrongCodes { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>UTC. When the code was right, or the file was fetched the first time.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>Of the cookie that holds the window open.</summary>
    public string? WindowDigest { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? WindowUntil { get; private set; }

    /// <summary>UTC. The recipient has confirmed that it came.</summary>
    public DateTime? ReceivedAt { get; private set; }

    public string Subject => PackageWords.SubjectOf(Id);

    public IReadOnlyList<PackageField> Holds => [.. Fields.Split(',').Select(Enum.Parse<PackageField>)];

    public PackageState StateAt(DateTime now) =>
        RevokedAt is not null ? PackageState.Revoked
        : ReceivedAt is not null ? PackageState.Received
        : WrongCodes >= MostWrongCodes ? PackageState.Dead
        : OpenedAt is not null ? PackageState.Opened
        : ExpiresAt <= now ? PackageState.Expired
        : PackageState.Waits;

    /// <summary>Whether a right code still opens it.</summary>
    public bool IsLive(DateTime now) => Way == PackageWay.Link && StateAt(now) == PackageState.Waits;

    public bool HasWindow(DateTime now) => RevokedAt is null && WindowUntil > now;

    /// <summary>There is something left to take back: a window, or one that nobody has confirmed. One whose time is out is ended with it.</summary>
    public bool CanBeRevoked(DateTime now) => RevokedAt is null && (HasWindow(now) || ReceivedAt is null);

    /// <exception cref="RefusedException">PackageRefused.</exception>
    public PackageOpened Open(string windowDigest, DateTime now)
    {
        if (!IsLive(now))
        {
            throw new RefusedException(TravelRefusals.PackageRefused, "Code");
        }

        OpenedAt = now;
        WindowDigest = windowDigest;
        WindowUntil = now + WindowLasts;
        return new PackageOpened(Id, Recipient);
    }

    /// <summary>The file is fetched, to be sent to the recipient. Each time is one.</summary>
    /// <exception cref="RefusedException">PackageOver.</exception>
    public PackageFetched Fetch(DateTime now)
    {
        if (Way != PackageWay.File || StateAt(now) is not (PackageState.Waits or PackageState.Opened) || ExpiresAt <= now)
        {
            throw new RefusedException(TravelRefusals.PackageOver);
        }

        OpenedAt ??= now;
        return new PackageFetched(Id, Recipient);
    }

    public PackageCodeWrong Wrong()
    {
        WrongCodes++;
        return new PackageCodeWrong(Id, WrongCodes);
    }

    /// <exception cref="RefusedException">PackageOver for one that was not opened, is revoked or confirmed already.</exception>
    public PackageReceived Receive(DateTime now)
    {
        if (RevokedAt is not null || OpenedAt is null || ReceivedAt is not null)
        {
            throw new RefusedException(TravelRefusals.PackageOver);
        }

        ReceivedAt = now;
        return new PackageReceived(Id, Recipient);
    }

    /// <summary>The recipient is done: the window closes.</summary>
    public PackageLeft Leave(DateTime now)
    {
        WindowUntil = now;
        return new PackageLeft(Id);
    }

    /// <exception cref="RefusedException">PackageOver when there is nothing left to revoke.</exception>
    public PackageRevoked Revoke(DateTime now)
    {
        if (!CanBeRevoked(now))
        {
            throw new RefusedException(TravelRefusals.PackageOver);
        }

        RevokedAt = now;
        return new PackageRevoked(Id, Recipient);
    }
}

/// <param name="Fields">Words of <see cref="PackageField"/>, with commas between.</param>
/// <param name="RecordId">What is sealed of it: who the recipient is.</param>
internal sealed record PackageMade(
    Guid PackageId,
    PackageRecipient Recipient,
    PackageWay Way,
    string Fields,
    Guid? EmbassyId,
    DateOnly? YesOn,
    AskedHow? YesHow,
    DateTime ExpiresAt,
    Guid RecordId
) : IEvent;

/// <summary>A wrong code was typed; after five it is of no use.</summary>
internal sealed record PackageCodeWrong(Guid PackageId, int Count) : IEvent;

/// <summary>Link and code were right: the recipient can read for half an hour.</summary>
internal sealed record PackageOpened(Guid PackageId, PackageRecipient Recipient) : IEvent;

/// <summary>The encrypted file was fetched, to be sent to the recipient.</summary>
internal sealed record PackageFetched(Guid PackageId, PackageRecipient Recipient) : IEvent;

/// <summary>The recipient has confirmed that it came.</summary>
internal sealed record PackageReceived(Guid PackageId, PackageRecipient Recipient) : IEvent;

/// <summary>The recipient closed the window.</summary>
internal sealed record PackageLeft(Guid PackageId) : IEvent;

internal sealed record PackageRevoked(Guid PackageId, PackageRecipient Recipient) : IEvent;

/// <summary>Its time is out: looked at whether the recipient has confirmed it.</summary>
internal sealed record PackageLookedAt(Guid PackageId, PackageState State) : IEvent;

internal sealed class PackageMapping : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.ToTable(
            "packages",
            // Nobody is handed anything without the person's yes to that very contact.
            table => table.HasCheckConstraint("ck_packages_yes", "\"EmbassyId\" IS NOT NULL OR (\"YesOn\" IS NOT NULL AND \"YesHow\" IS NOT NULL)")
        );
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Fields).HasMaxLength(300);
        builder.Property(p => p.LinkDigest).HasMaxLength(64);
        builder.Property(p => p.CodeDigest).HasMaxLength(64);
        builder.Property(p => p.WindowDigest).HasMaxLength(64);
        builder.Ignore(p => p.Subject);
        builder.Ignore(p => p.Holds);
        builder.HasIndex(p => p.LinkDigest).IsUnique();
        builder.HasIndex(p => p.WindowDigest);
        builder.HasIndex(p => p.CaseId);
    }
}
