namespace Hemvag.Modules.Justice.Trials;

/// <summary>How a journey is said on a line.</summary>
internal static class JourneyWords
{
    /// <summary>The key of its state.</summary>
    public static string StateOf(JourneyHelp journey) =>
        journey switch
        {
            { CancelledAt: not null } => "Journey.State.Cancelled",
            { PlannedAt: not null, OfficeReadyAt: not null } => "Journey.State.AllReady",
            { PlannedAt: not null } => "Journey.State.Planned",
            { OfficeReadyAt: not null } => "Journey.State.OfficeReady",
            _ => "Journey.State.Asked",
        };
}
