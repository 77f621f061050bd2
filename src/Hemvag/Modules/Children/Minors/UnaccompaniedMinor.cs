using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Children.Minors;

/// <summary>
/// The person who returns is under 18 and returns alone (S1.20, S1.22; domain-facts §4.2). One row a case. Names, authorities and reasons are
/// sealed under Protection; when the child turns 18 is sealed with its date of birth.
/// </summary>
internal sealed class UnaccompaniedMinor : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTime MarkedAt { get; init; }

    /// <summary>The day the guardian signed the application, on paper.</summary>
    public DateOnly? GuardianSignedOn { get; private set; }

    public Guid? SignedBy { get; private set; }

    public Guid? SheetFileId { get; private set; }

    /// <summary>That an authority at home is named; which is sealed.</summary>
    public bool ReceiverNamed { get; set; }

    /// <summary>The day the authority at home took over; until then the social services in Sweden answer for the child.</summary>
    public DateOnly? TakenOverOn { get; set; }

    /// <summary>The day on which the child, who had left, was with the social services in Sweden again; nobody else takes over then.</summary>
    public DateOnly? BackOn { get; set; }

    /// <summary>The day a worker confirmed that the person is an adult; the rules for children have ended. Null while they hold.</summary>
    public DateOnly? AdultSince { get; set; }

    public GuardianSigned Sign(Guid guardianId, DateOnly on, Guid fileId)
    {
        (GuardianSignedOn, SignedBy, SheetFileId) = (on, guardianId, fileId);
        return new GuardianSigned(guardianId, on, fileId);
    }

    /// <summary>Nobody is left between two authorities: one at home has taken over, or the child is back.</summary>
    public bool IsWithSomeone => TakenOverOn is not null || BackOn is not null;

    public void Unsign() => (GuardianSignedOn, SignedBy, SheetFileId) = (null, null, null);
}

/// <summary>What an authority has decided on the child's best interests. Never edited: the last decided of each country counts (domain-facts §4.2).</summary>
internal sealed class BestInterestsDecision : ICaseRow
{
    public const string SubjectPrefix = "best-interests.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DecisionSide Side { get; init; }

    /// <summary>That the child returns.</summary>
    public required bool InBestInterests { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required Guid? FileId { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => $"{SubjectPrefix}{Id:N}";
}

/// <summary>Why a signature or a taking-over was taken back. Sealed under Protection.</summary>
internal sealed record MinorReason(string Why) : ISealedPayload
{
    public const string Prefix = "minor-reason.";
    public const string Signature = Prefix + "signature";
    public const string TakingOver = Prefix + "taking-over";

    public static string Kind => "minor-reason";

    public static int SchemaVersion => 1;
}

/// <summary>Who has decided, and why. Sealed under Protection.</summary>
internal sealed record BestInterestsPayload(string Authority, string? Reference, string? Reasons) : ISealedPayload
{
    public static string Kind => "best-interests";

    public static int SchemaVersion => 1;
}

/// <summary>Which authority at home receives the child, and how it is reached. Sealed under Protection.</summary>
internal sealed record ReceivingPayload(string Authority, string? Contact, string? Notes) : ISealedPayload
{
    public const string Subject = "minor.receiving";

    public static string Kind => "receiving-authority";

    public static int SchemaVersion => 1;
}

internal sealed class MinorMapping : IEntityTypeConfiguration<UnaccompaniedMinor>, IEntityTypeConfiguration<BestInterestsDecision>
{
    public void Configure(EntityTypeBuilder<UnaccompaniedMinor> builder)
    {
        builder.ToTable("unaccompanied_minors");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.IsWithSomeone);
        builder.HasIndex(m => m.CaseId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BestInterestsDecision> builder)
    {
        builder.ToTable("best_interests_decisions").OnlyGrows();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Subject);
        builder.HasIndex(d => d.CaseId);
    }
}
