using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Will;

/// <summary>Who asked, when it was someone else than the one who records, and who interpreted.</summary>
internal sealed record WillWords(string? AskedBy, string? Interpreter) : ISealedPayload
{
    public static string Kind => "will-answer";

    public static int SchemaVersion => 1;

    public static string Subject(Guid answerId) => $"{SubjectPrefix}{answerId:D}";

    public const string SubjectPrefix = "travel.will.";
}
