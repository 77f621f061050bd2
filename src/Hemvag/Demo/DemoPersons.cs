namespace Hemvag.Demo;

/// <summary>How far an invented case has come.</summary>
internal enum DemoStage
{
    Inbox,
    Taken,
    Informed,
    Applied,
    Referred,
    Answered,
    Planned,
    Booked,
    Departed,
    Arrived,
    Paid,
    Closed,
}

/// <summary>An invented person and their case. No one real.</summary>
/// <param name="StartedDaysAgo">Counted from the day the demo is made.</param>
/// <param name="Country">ISO alpha-2; has an office in the demo.</param>
/// <param name="Children">How many children travel along.</param>
/// <param name="IsMinor">A child who returns without parents.</param>
/// <param name="Version">The earlier version it began under; null for the one in force.</param>
internal sealed record DemoCase(
    string Code,
    string GivenNames,
    string FamilyName,
    string? Pseudonym,
    string Phone,
    string Language,
    string Country,
    string Coordinator,
    string Local,
    int StartedDaysAgo,
    DemoStage Stage,
    bool Stopped = false,
    bool OfficeWithdrawn = false,
    string? Version = null,
    int Children = 0,
    bool IsMinor = false
);

/// <summary>The cases of the demo on the way home. Phone numbers are from the Swedish range kept for fiction.</summary>
internal static class DemoPersons
{
    public static IReadOnlyList<DemoCase> Cases { get; } =
    [
        new("c01", "Ioana", "Munteanu", null, "070-174 06 05", "ro", "RO", "vast-1", "romania", 260, DemoStage.Closed),
        new("c02", "Nattaya", "Srisai", null, "070-174 06 10", "th", "TH", "vast-1", "thailand", 190, DemoStage.Paid),
        new("c03", "Cătălina", "Rusu", null, "070-174 06 15", "ro", "MD", "stockholm-1", "moldova", 150, DemoStage.Paid),
        new("c04", "ليلى", "الحسن", null, "070-174 06 20", "ar", "MD", "vast-1", "moldova", 110, DemoStage.Arrived),
        new("c05", "Petronela", "Ursache", null, "070-174 06 25", "ro", "RO", "syd-1", "romania", 80, DemoStage.Departed),
        new("c06", "Somchai", "Phromma", null, "070-174 06 30", "th", "TH", "stockholm-1", "thailand", 70, DemoStage.Booked),
        new("c07", "Violeta", "Ciobanu", null, "070-174 06 35", "ro", "MD", "vast-1", "moldova", 60, DemoStage.Planned),
        new("c08", "نور", "القاسم", "Nora", "070-174 06 40", "ar", "RO", "vast-1", "romania", 45, DemoStage.Answered, Stopped: true),
        new("c09", "Anong", "Kaewkla", null, "070-174 06 45", "th", "TH", "syd-1", "thailand", 30, DemoStage.Referred),
        new("c10", "Mihaela", "Dobre", null, "070-174 06 50", "ro", "RO", "vast-1", "romania", 21, DemoStage.Applied),
        new("c11", "Zahra", "Mansour", "Stella", "070-174 06 55", "ar", "MD", "vast-1", "moldova", 12, DemoStage.Informed),
        new("c12", "Elena", "Grosu", null, "070-174 06 60", "ro", "MD", "stockholm-2", "moldova", 4, DemoStage.Taken),
        new("c13", "Malee", "Boonsri", "Vera", "070-174 06 65", "th", "TH", "vast-1", "thailand", 1, DemoStage.Inbox),
        new("c14", "Ruxandra", "Albu", null, "070-174 06 70", "ro", "RO", "stockholm-2", "romania", 62, DemoStage.Departed, OfficeWithdrawn: true),
        // Began under an earlier version and still runs by it: the follow-up is over, the evaluation waits.
        new("c15", "Snezhana", "Ilieva", null, "070-174 06 75", "ro", "RO", "syd-1", "romania", 165, DemoStage.Paid, Version: "amp-2014"),
        new("c16", "Doina", "Lupescu", null, "070-174 06 80", "ro", "RO", "stockholm-2", "romania", 50, DemoStage.Planned, Children: 2),
        new("c17", "Kanya", "Saetang", null, "070-174 06 85", "th", "TH", "stockholm-2", "thailand", 48, DemoStage.Planned, IsMinor: true),
    ];
}
