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

    /// <summary>The accompanying child they stand for; null for the person who returns, where that is a child, or for every child of the case.</summary>
    public required Guid? ChildId { get; init; }

    public bool IsSuspected { get; set; }

    public required DateTime AddedAt { get; init; }

    public required Guid AddedBy { get; init; }

    public string Subject => $"{SubjectPrefix}{Id:N}";
}

/// <summary>Who the guardian is. Sealed under Protection.</summary>
internal sealed record GuardianPayload(string Name, string? Contact, string? Notes) : ISealedPayload
{
    public static string Kind => "guardian";

    public static int SchemaVersion => 1;
}

internal sealed class GuardianMapping : IEntityTypeConfiguration<Guardian>
{
    public void Configure(EntityTypeBuilder<Guardian> builder)
    {
        builder.ToTable("guardians");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Ignore(g => g.Subject);
        builder.HasIndex(g => new { g.CaseId, g.Number }).IsUnique();
    }
}
