using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.BreakGlass;

/// <summary>
/// In an emergency a colleague opened one compartment of a case that is not theirs, for an hour. Why stands sealed beside it; somebody else
/// says afterwards whether it was right.
/// </summary>
internal sealed class BrokenGlass : ICaseRow
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Role Role { get; init; }

    /// <summary>One.</summary>
    public required Compartment Compartment { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>UTC. Null while nobody has looked at it.</summary>
    public DateTime? ReviewedAt { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    /// <summary>What the reviewer found.</summary>
    public bool? Justified { get; private set; }

    /// <exception cref="RefusedException">GlassReviewed, GlassOwn.</exception>
    public GlassReviewed Review(Guid by, DateTime now, bool justified)
    {
        if (ReviewedAt is not null)
        {
            throw new RefusedException(CaseRefusals.GlassReviewed);
        }

        if (by == AccountId)
        {
            throw new RefusedException(CaseRefusals.GlassOwn);
        }

        (ReviewedAt, ReviewedBy, Justified) = (now, by, justified);
        return new GlassReviewed(Id, AccountId, justified);
    }

    /// <summary>Those that an account may still read under.</summary>
    public static IQueryable<BrokenGlass> Live(HemvagDbContext db, Guid caseId, Guid accountId, DateTime now) =>
        db.Set<BrokenGlass>().AsNoTracking().Where(g => g.CaseId == caseId && g.AccountId == accountId && g.Until > now);
}

internal sealed class BrokenGlassMapping : IEntityTypeConfiguration<BrokenGlass>
{
    public void Configure(EntityTypeBuilder<BrokenGlass> builder)
    {
        builder.ToTable("broken_glass");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Compartment).HasConversion<int>();
        builder.HasIndex(g => new { g.CaseId, g.AccountId });
    }
}

/// <summary>Why the glass was broken, and what the reviewer says of it. Sealed under Protection.</summary>
internal sealed record GlassReason(string Reason) : ISealedPayload
{
    public const string SubjectPrefix = "broken-glass.";

    public static string Kind => "broken-glass-reason";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id:N}";
}
