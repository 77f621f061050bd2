using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>What stands in a document, sealed in Travel.</summary>
/// <param name="ExpiresOn">Its last day.</param>
internal sealed record PaperWords(string? Number, string? Issuer, DateOnly? ExpiresOn, string? Note) : ISealedPayload
{
    public const string SubjectPrefix = "travel.paper.";

    public static string Kind => "travel-paper";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid paperId) => $"{SubjectPrefix}{paperId:N}";
}

/// <summary>Which embassy, sealed in Travel: its country is the person's.</summary>
internal sealed record EmbassyWords(string Name, string? Contact) : ISealedPayload
{
    public const string SubjectPrefix = "travel.embassy.";

    public static string Kind => "travel-embassy";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid embassyId) => $"{SubjectPrefix}{embassyId:N}";
}

/// <summary>The day of a step and what was said, sealed in Travel.</summary>
internal sealed record EmbassyStepWords(DateOnly On, string? Note) : ISealedPayload
{
    public const string SubjectPrefix = "travel.embassy-step.";

    public static string Kind => "travel-embassy-step";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid stepId) => $"{SubjectPrefix}{stepId:N}";
}
