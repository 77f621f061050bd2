namespace Hemvag.Modules.Cases.Moving;

/// <summary>Why a case is moved to another version (closed list, not from the seeds).</summary>
internal enum MoveReason
{
    /// <summary>The person gets more, or sooner, under the other version and wants it.</summary>
    BetterForThePerson,

    /// <summary>The version it stands on ends before the case can be carried through.</summary>
    VersionEnds,

    /// <summary>It was opened under the wrong version.</summary>
    OpenedByMistake,
}
