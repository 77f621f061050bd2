using Hemvag.Data;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>An embassy that could help with a document. Which one is sealed; nobody turns to it before the person's yes to that very contact.</summary>
internal sealed class Embassy : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTime AddedAt { get; init; }

    public required Guid AddedBy { get; init; }

    public string Subject => EmbassyWords.SubjectOf(Id);
}

/// <summary>The person's yes to contact with one embassy. Never edited: it is withdrawn, and a new one is a new row.</summary>
internal sealed class EmbassyYes : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid EmbassyId { get; init; }

    public required DateOnly SaidOn { get; init; }

    public required AskedHow How { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    /// <exception cref="RefusedException">EmbassyYesWithdrawn when it has been withdrawn already.</exception>
    public EmbassyNoLonger Withdraw(DateTime now, Guid by)
    {
        if (WithdrawnAt is not null)
        {
            throw new RefusedException(TravelRefusals.EmbassyYesWithdrawn);
        }

        (WithdrawnAt, WithdrawnBy) = (now, by);
        return new EmbassyNoLonger(EmbassyId, Id);
    }
}

/// <summary>A step with an embassy. Its day is sealed. Never changed.</summary>
internal sealed class EmbassyStep : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid EmbassyId { get; init; }

    /// <summary>The document it is about; null where it is about none in particular.</summary>
    public required Guid? PaperId { get; init; }

    public required EmbassyStepKind Kind { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => EmbassyStepWords.SubjectOf(Id);

    /// <summary>Someone turns to the embassy. The others are what has happened, and can always be recorded.</summary>
    public static bool IsContact(EmbassyStepKind kind) => kind is EmbassyStepKind.Asked or EmbassyStepKind.Booked;
}
