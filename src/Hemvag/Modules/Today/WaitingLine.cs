namespace Hemvag.Modules.Today;

/// <summary>What a line of the start page shows and how its day is said.</summary>
internal sealed record WaitingLine(WaitingRow Row, DateOnly Day, TimeZoneInfo Zone, TodayWords Words);
