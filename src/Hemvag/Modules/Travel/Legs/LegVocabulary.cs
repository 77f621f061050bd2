namespace Hemvag.Modules.Travel.Legs;

/// <summary>What the person travels with (the list is not from the seeds; flights S1.56, onward transport S1.60, transport in Sweden S3.22).</summary>
internal enum LegKind
{
    Flight,
    Train,
    Bus,
    Car,
}

/// <summary>How far a leg has come.</summary>
internal enum LegState
{
    Planned,
    UnderWay,
    Arrived,

    /// <summary>Another leg has taken its place, or it is cancelled: the row stays.</summary>
    Superseded,
}

/// <summary>Why a leg is not travelled as it was planned (not from the seeds).</summary>
internal enum LegChange
{
    Changed,
    MissedConnection,
    Cancelled,
}
