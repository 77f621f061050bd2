namespace Hemvag.Modules.Helpline;

/// <summary>Why a row of a log is taken back (closed list, not from the seeds). The row stays; it is no longer counted.</summary>
internal enum LogReversalReason
{
    /// <summary>Something in the row is wrong; the right one is logged anew.</summary>
    Mistyped,

    /// <summary>The same call was logged twice.</summary>
    LoggedTwice,

    /// <summary>It does not belong here: another line, another case.</summary>
    NotHere,
}
