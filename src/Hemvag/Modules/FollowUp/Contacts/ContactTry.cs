using Hemvag.Data;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>A try that the person did not answer, and what happened next.</summary>
internal sealed class ContactTry : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ContactId { get; init; }

    /// <summary>1, 2, 3 … within the contact.</summary>
    public required int Number { get; init; }

    public required DateOnly TriedOn { get; init; }

    public required MissedNext Next { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid? RecordedBy { get; init; }

    public const string SubjectPrefix = "contact-try.";

    public static string SubjectOf(Guid id) => SubjectPrefix + id.ToString("N");
}
