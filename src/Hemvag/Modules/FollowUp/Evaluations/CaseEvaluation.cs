using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.FollowUp.Evaluations;

/// <summary>How far the plan came, in the words of whoever evaluates (not from the seeds).</summary>
internal enum GoalsReached
{
    Fully,
    Partly,
    Not,
    NotKnown,
}

/// <summary>The evaluation of a case at its end (S3.30). What was found and what the person says of the programme is sealed under Notes.</summary>
internal sealed class CaseEvaluation : ICaseRow
{
    public const string SubjectPrefix = "evaluation.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly EvaluatedOn { get; init; }

    public required GoalsReached Goals { get; init; }

    /// <summary>The person said yes to giving feedback on the programme, and gave some.</summary>
    public required bool HasFeedback { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => SubjectPrefix + Id.ToString("N");
}

/// <summary>The words of the evaluation, and the person's own on the programme.</summary>
internal sealed record EvaluationPayload(string? Helped, string? Lacked, string? Feedback) : ISealedPayload
{
    public static string Kind => "evaluation";

    public static int SchemaVersion => 1;
}

internal sealed record CaseEvaluated(Guid EvaluationId, DateOnly EvaluatedOn, GoalsReached Goals, bool HasFeedback, Guid RecordId) : IEvent;

internal sealed class CaseEvaluationMapping : IEntityTypeConfiguration<CaseEvaluation>
{
    public void Configure(EntityTypeBuilder<CaseEvaluation> builder)
    {
        builder.ToTable("case_evaluations");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Subject);
        builder.HasIndex(e => e.CaseId).IsUnique();
    }
}
