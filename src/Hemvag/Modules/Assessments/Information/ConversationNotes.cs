using Hemvag.Sealing;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>What was written about a conversation. Sealed in Protection: an interpreter's name can lead to the person.</summary>
/// <param name="Questions">What the person asked, when it was noted.</param>
internal sealed record ConversationNotes(string? Interpreter, string? Questions) : ISealedPayload
{
    public const string SubjectPrefix = "information.";

    public static string Kind => "conversation-notes";

    public static int SchemaVersion => 1;

    public bool IsEmpty => Interpreter is null && Questions is null;

    public static string SubjectOf(Guid conversationId) => $"{SubjectPrefix}{conversationId:D}";
}
