using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>
/// One leg of the journey. Places, times, carrier, reference and people are sealed in Travel (<see cref="LegPlan"/>), because the country of
/// return stands in clear. What is planned is never written over: a changed leg is a new row, and the one before stays with the reason.
/// </summary>
internal sealed class Leg : ICaseRow
{
    /// <summary>Not from the seeds: how long after the planned time without a word someone is asked.</summary>
    public const int UsualSilenceMinutes = 60;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1 and up by planned departure, among the legs that hold; of a superseded one where it stood then.</summary>
    public required int Ordinal { get; set; }

    public required LegKind Kind { get; init; }

    /// <summary>Minutes after a planned departure or arrival until silence is told (agreed with the person).</summary>
    public required int SilenceMinutes { get; init; }

    /// <summary>How long it is planned to take: a leg that leaves late arrives late. Without a time of day.</summary>
    public required int LengthMinutes { get; init; }

    /// <summary>It leads back, after a stop on the way: those who wait in the country of return are told nothing of it.</summary>
    public required bool IsWayBack { get; init; }

    /// <summary>The leg it took the place of; null for one planned at first.</summary>
    public required Guid? ReplacesId { get; init; }

    public LegState State { get; private set; } = LegState.Planned;

    /// <summary>Why it is superseded; null while it holds.</summary>
    public LegChange? Change { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DepartedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ArrivedAt { get; private set; }

    /// <summary>UTC. Somebody heard of the person while this leg was the next: silence counts anew from then.</summary>
    public DateTime? HeardAt { get; set; }

    public required DateTime PlannedAt { get; init; }

    public required Guid PlannedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? SupersededAt { get; private set; }

    public string Subject => LegPlan.SubjectOf(Id);

    public bool Holds => State != LegState.Superseded;

    /// <summary>Not over: it can still be changed.</summary>
    public bool IsAhead => State is LegState.Planned or LegState.UnderWay;

    /// <exception cref="RefusedException">LegOver for one that has arrived or is superseded.</exception>
    public LegSuperseded Supersede(LegChange change, DateTime now)
    {
        if (!IsAhead)
        {
            throw new RefusedException(TravelRefusals.LegOver);
        }

        State = LegState.Superseded;
        Change = change;
        SupersededAt = now;
        return new LegSuperseded(Id, Ordinal, change);
    }

    /// <summary>The leg it replaces has departed already: a diversion.</summary>
    public void GoesOnFrom(Leg before)
    {
        if (before.DepartedAt is { } departed)
        {
            State = LegState.UnderWay;
            DepartedAt = departed;
        }
    }

    /// <exception cref="RefusedException">LegOver when it has departed already or is superseded.</exception>
    public LegMoved Depart(DateTime now)
    {
        if (State != LegState.Planned)
        {
            throw new RefusedException(TravelRefusals.LegOver);
        }

        State = LegState.UnderWay;
        DepartedAt = now;
        return new LegMoved(Id, Ordinal, State);
    }

    /// <summary>A leg that nobody saw depart can arrive all the same.</summary>
    /// <exception cref="RefusedException">LegOver when it has arrived already or is superseded.</exception>
    public LegMoved Arrive(DateTime now)
    {
        if (!IsAhead)
        {
            throw new RefusedException(TravelRefusals.LegOver);
        }

        State = LegState.Arrived;
        ArrivedAt = now;
        return new LegMoved(Id, Ordinal, State);
    }

    /// <summary>What was told of it at a moment was not so: it stands as before.</summary>
    /// <returns>Null when nothing was told of it then.</returns>
    public LegTakenBack? TakeBack(DateTime toldAt, NotSoReason reason)
    {
        if (!Holds || (ArrivedAt != toldAt && DepartedAt != toldAt))
        {
            return null;
        }

        ArrivedAt = ArrivedAt == toldAt ? null : ArrivedAt;
        DepartedAt = DepartedAt == toldAt ? null : DepartedAt;
        State =
            ArrivedAt is not null ? LegState.Arrived
            : DepartedAt is not null ? LegState.UnderWay
            : LegState.Planned;
        return new LegTakenBack(Id, Ordinal, State, reason);
    }
}
