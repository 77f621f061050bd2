using Hemvag.Sealing;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>What is written about a risk. Sealed in Protection, one record a version of the row.</summary>
/// <param name="Source">Where the information comes from.</param>
/// <param name="Measure">What is done against it.</param>
internal sealed record RiskTexts(string? Description, string? Source, string? Measure) : ISealedPayload
{
    public const string SubjectPrefix = "risk.";

    public static string Kind => "risk-texts";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid riskId) => $"{SubjectPrefix}{riskId:D}";
}

/// <summary>What was noted when a risk was reviewed. Sealed in Protection.</summary>
internal sealed record RiskReviewNote(string Note) : ISealedPayload
{
    public const string SubjectPrefix = "risk-review.";

    public static string Kind => "risk-review-note";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid reviewId) => $"{SubjectPrefix}{reviewId:D}";
}
