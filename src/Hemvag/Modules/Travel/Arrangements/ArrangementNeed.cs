namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>Whether a part of the journey is needed.</summary>
internal enum ArrangementNeed
{
    Needed,
    NotNeeded,

    /// <summary>Asked, and still open. Where nobody has asked there is no row at all: both keep the gate open.</summary>
    NotDecided,
}
