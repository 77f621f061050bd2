using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.Covers;

/// <summary>
/// A colleague stands in for someone who is away: sees their cases and what waits for them, in the roles that both hold, from the first day
/// to the last. Nothing changes hands.
/// </summary>
internal sealed class Cover : IChainedRow
{
    /// <summary>An absence that is longer is a hand-over (not from the seeds).</summary>
    public const int MostDays = 92;

    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Who stands in.</summary>
    public required Guid ByAccountId { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day it holds.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Ended before its last day; null while it was not. UTC.</summary>
    public DateTime? EndedAt { get; set; }

    public string ChainStream => Streams.Account(AccountId);

    /// <summary>Those that hold on a day.</summary>
    public static IQueryable<Cover> On(HemvagDbContext db, DateOnly today) =>
        db.Set<Cover>().AsNoTracking().Where(c => c.EndedAt == null && c.FirstDay <= today && c.LastDay >= today);
}

internal sealed class CoverMapping : IEntityTypeConfiguration<Cover>
{
    public void Configure(EntityTypeBuilder<Cover> builder)
    {
        builder.ToTable("covers");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.ChainStream);
        builder.HasIndex(c => new { c.ByAccountId, c.LastDay });
        builder.HasIndex(c => c.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.ByAccountId);
    }
}
