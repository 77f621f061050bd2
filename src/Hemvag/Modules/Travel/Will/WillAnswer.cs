using Hemvag.Data;

namespace Hemvag.Modules.Travel.Will;

/// <summary>What the person answered when asked once more whether to travel. None is more right than another.</summary>
internal enum WillWord
{
    Yes,
    WantsToWait,
    No,
}

/// <summary>How the person was asked.</summary>
internal enum AskedHow
{
    InPerson,
    ByPhone,
}

/// <summary>One time the person was asked, before booking or on the day of travel (S1.51, S1.52). Never changed: a new answer is a new row.</summary>
internal sealed class WillAnswer : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The day the person was asked, in the zone of departure once a journey is planned.</summary>
    public required DateOnly AskedOn { get; init; }

    public required WillWord Word { get; init; }

    public required AskedHow How { get; init; }

    /// <summary>ISO 639 code of the language that was spoken.</summary>
    public required string Language { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
