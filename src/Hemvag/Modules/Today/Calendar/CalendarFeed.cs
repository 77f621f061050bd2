using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>A secret address under which a calendar reads what waits for an account and when. An account has one that lives.</summary>
internal sealed class CalendarFeed : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Hexadecimal, keyed.</summary>
    public required string LinkDigest { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    public string ChainStream => Streams.Account(AccountId);

    public CalendarRevoked Revoke(DateTime now)
    {
        RevokedAt = now;
        return new CalendarRevoked(Id);
    }
}

/// <summary>The owner of an account made the secret address of its calendar.</summary>
internal sealed record CalendarMade(Guid FeedId) : IEvent;

/// <summary>The address of a calendar shows nothing any more: its owner revoked it, or made another.</summary>
internal sealed record CalendarRevoked(Guid FeedId) : IEvent;

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.LinkDigest).HasMaxLength(64);
        builder.Ignore(f => f.ChainStream);
        builder.HasIndex(f => f.LinkDigest).IsUnique();
        builder.HasIndex(f => f.AccountId);
    }
}
