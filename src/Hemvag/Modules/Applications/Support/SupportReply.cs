using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Applications.Support;

/// <summary>Whether a kind of support can be had where the person returns to.</summary>
internal enum SupportAvailability
{
    Available,

    /// <summary>In part, later, or elsewhere; reasons say how.</summary>
    Limited,

    /// <summary>Not at all; alternatives are named, and the person decides anew.</summary>
    NotAvailable,
}

/// <summary>IOM Finland's answer on all kinds of support at one time (S0.16, S1.21–S1.31). A later answer is a new round.</summary>
internal sealed class SupportReply : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ReferralId { get; init; }

    /// <summary>1, 2, 3 … within the case.</summary>
    public required int Round { get; init; }

    /// <summary>True when at least one kind is not available: the person decides anew.</summary>
    public required bool HasNo { get; init; }

    public required DateTime AnsweredAt { get; init; }

    public required Guid AnsweredBy { get; init; }

    public string Subject => $"support.{Id:N}";
}

/// <summary>The answer on one kind of support.</summary>
internal sealed class SupportAnswer : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ReplyId { get; init; }

    public required SupportKind Kind { get; init; }

    public required SupportAvailability Availability { get; init; }
}

/// <summary>What the person chose after a "no" (S0.16, S1.31), as the coordinator records it.</summary>
internal sealed class RenewedDecision : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ReplyId { get; init; }

    public required bool GoesOn { get; init; }

    /// <summary>The day the person decided.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}

/// <summary>Reasons and alternatives for one kind of support.</summary>
internal sealed record SupportReason(SupportKind Kind, string? Reasons, string? Alternatives);

/// <summary>Why support is limited or missing, and what there is instead. Sealed under Protection.</summary>
internal sealed record SupportReasons(IReadOnlyList<SupportReason> Rows) : ISealedPayload
{
    public static string Kind => "support-reasons";

    public static int SchemaVersion => 1;
}

internal sealed class SupportMapping
    : IEntityTypeConfiguration<SupportReply>,
        IEntityTypeConfiguration<SupportAnswer>,
        IEntityTypeConfiguration<RenewedDecision>
{
    public void Configure(EntityTypeBuilder<SupportReply> builder)
    {
        builder.ToTable("support_replies").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Subject);
        builder.HasIndex(r => new { r.CaseId, r.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SupportAnswer> builder)
    {
        builder.ToTable("support_answers").OnlyGrows();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.ReplyId, a.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RenewedDecision> builder)
    {
        builder.ToTable("renewed_decisions").OnlyGrows();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.ReplyId).IsUnique();
        builder.HasIndex(d => d.CaseId);
    }
}
