using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>How the first contact came about.</summary>
internal enum ContactChannel
{
    Phone,
    Meeting,
    InHemvag,
}

/// <summary>How the first contact came about and what was asked; in a record of its own, what was answered. Sealed under Protection.</summary>
/// <param name="Channel">Null in the record of the answer.</param>
internal sealed record FirstContactPayload(string? Question, string? Answer, ContactChannel? Channel = null) : ISealedPayload
{
    public const string Subject = "first-contact";

    public const string AnswerSubject = Subject + ".answer";

    public static string Kind => "first-contact";

    public static int SchemaVersion => 1;
}
