namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>What the organisation asked has answered.</summary>
internal enum ArrangementAnswer
{
    Confirmed,

    /// <summary>Cannot arrange it: the caseworker asks someone else or decides anew.</summary>
    Declined,

    /// <summary>Was arranged and then cancelled after a stop, once the person had been reached.</summary>
    Cancelled,
}
