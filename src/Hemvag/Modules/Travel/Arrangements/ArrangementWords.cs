using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>What the caseworker wrote when deciding: which variant (an escort can be operational or medical) and what matters for it.</summary>
internal sealed record ArrangementWords(string? Variant, string? Note) : ISealedPayload
{
    public static string Kind => "travel-arrangement";

    public static int SchemaVersion => 1;

    public static string Subject(TravelArrangementKind kind) => SubjectPrefix + kind;

    public const string SubjectPrefix = "travel.arrangement.";
}

/// <summary>What the one asked wrote when answering, or the caseworker when cancelling.</summary>
internal sealed record ArrangementAnswerWords(string Note) : ISealedPayload
{
    public static string Kind => "travel-arrangement-answer";

    public static int SchemaVersion => 1;

    public static string Subject(TravelArrangementKind kind) => SubjectPrefix + kind;

    public const string SubjectPrefix = "travel.answer.";
}
