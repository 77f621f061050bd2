using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.Guardians;

/// <summary>In which way someone stands for a child. Not from the seeds.</summary>
internal enum GuardianKind
{
    Custodian,

    /// <summary>A parent without custody, who decides nothing and may matter to the child all the same.</summary>
    Parent,

    /// <summary>"God man", or a custodian whom a court has appointed.</summary>
    AppointedGuardian,
}

/// <summary>For whom someone stands. Whoever stands for a person under 18 says nothing for that person's own child, nor the other way round.</summary>
internal enum StandsFor
{
    /// <summary>The person who returns, who is under 18.</summary>
    Person,

    /// <summary>One of the children who travel along.</summary>
    OneChild,

    /// <summary>Every child who travels along, also one who is added later.</summary>
    EveryChild,
}

/// <summary>
/// Someone who stands for a child in the case beside the person who returns. Name and contact are sealed. Who is suspected of the crime is
/// kept out: their yes counts for nothing, they are not contacted and get nothing of what stands here (OSL 12:3).
/// </summary>
internal sealed class Guardian : ICaseRow
{
    public const string SubjectPrefix = "guardian.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 …: how people speak of them in clear.</summary>
    public required int Number { get; init; }

    public required GuardianKind Kind { get; init; }

    public required StandsFor StandsFor { get; init; }

    /// <summary>The accompanying child they stand for, with <see cref="StandsFor.OneChild"/> and only then.</summary>
    public required Guid? ChildId { get; init; }

    public bool IsSuspected { get; set; }

    /// <summary>From this day on they stand for nobody here: someone else was appointed, or the entry was wrong. Why is sealed.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Their yes counts for something.</summary>
    public bool Counts => EndedOn is null && !IsSuspected;

    /// <summary>Decides over a child, or has done so; a parent without custody does not.</summary>
    public bool Decides => Kind != GuardianKind.Parent;

    public required DateTime AddedAt { get; init; }

    public required Guid AddedBy { get; init; }

    public string Subject => $"{SubjectPrefix}{Id:N}";

    /// <summary>Of why they are suspected or no longer, and why they stand for nobody.</summary>
    public string ReasonSubject => $"guardian-reason.{Id:N}";

    public bool StandsForThe(Guid childId) =>
        EndedOn is null && (StandsFor == StandsFor.EveryChild || (StandsFor == StandsFor.OneChild && ChildId == childId));
}

/// <summary>Who the guardian is. Sealed under Protection.</summary>
internal sealed record GuardianPayload(string Name, string? Contact, string? Notes) : ISealedPayload
{
    public static string Kind => "guardian";

    public static int SchemaVersion => 1;
}

/// <summary>Why a guardian is suspected, no longer is, or stands for nobody here. Sealed under Protection; earlier reasons are earlier versions.</summary>
internal sealed record GuardianReason(string Why) : ISealedPayload
{
    public static string Kind => "guardian-reason";

    public static int SchemaVersion => 1;
}

internal sealed class GuardianMapping : IEntityTypeConfiguration<Guardian>
{
    public void Configure(EntityTypeBuilder<Guardian> builder)
    {
        builder.ToTable("guardians");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Ignore(g => g.Subject);
        builder.Ignore(g => g.ReasonSubject);
        builder.Ignore(g => g.Counts);
        builder.Ignore(g => g.Decides);
        builder.HasIndex(g => new { g.CaseId, g.Number }).IsUnique();
    }
}
