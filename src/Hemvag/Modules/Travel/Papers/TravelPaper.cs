using Hemvag.Data;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>A travel document the person has, or lacks. Number, issuer and last day are sealed in Travel.</summary>
internal sealed class TravelPaper : ICaseRow
{
    /// <summary>Not from the seeds: how long before its last day somebody is reminded.</summary>
    public const int DaysAhead = 60;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required PaperKind Kind { get; init; }

    public PaperState State { get; private set; } = PaperState.Missing;

    /// <summary>Counts the writings, so that a watch over an earlier last day knows that it is over.</summary>
    public int Writings { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? WrittenAt { get; private set; }

    public Guid? WrittenBy { get; private set; }

    public string Subject => PaperWords.SubjectOf(Id);

    /// <param name="today">The day in the zone of the one who writes.</param>
    public void Write(PaperState state, DateOnly? expiresOn, DateOnly today, DateTime now, Guid by)
    {
        State = state == PaperState.Has && expiresOn < today ? PaperState.Expired : state;
        Writings++;
        WrittenAt = now;
        WrittenBy = by;
    }

    /// <summary>Its last day has passed.</summary>
    public TravelPaperExpired Expire()
    {
        State = PaperState.Expired;
        return new TravelPaperExpired(Id, Kind);
    }

    /// <summary>An embassy has issued it; what stands in it is written when somebody has it before them.</summary>
    public void Come(DateTime now, Guid by)
    {
        State = PaperState.Has;
        Writings++;
        (WrittenAt, WrittenBy) = (now, by);
    }
}
