using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>What a decision on taking part rests on. Sealed in Protection: it says what the person has been exposed to.</summary>
/// <param name="Criteria">Criterion ids of the programme version, each with what was found.</param>
/// <param name="Destination">Null when it was not asked.</param>
/// <param name="PermanentPermit">For a third country (S1.19); null when it was not asked.</param>
/// <param name="OfferedInstead">For a no: what the person was offered instead.</param>
internal sealed record EligibilityReasons(
    IReadOnlyDictionary<string, CriterionAnswer> Criteria,
    DestinationKind? Destination,
    bool? PermanentPermit,
    string Reasons,
    string? OfferedInstead
) : ISealedPayload
{
    public const string SubjectPrefix = "eligibility.";

    public static string Kind => "eligibility-reasons";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid decisionId) => $"{SubjectPrefix}{decisionId:D}";
}
