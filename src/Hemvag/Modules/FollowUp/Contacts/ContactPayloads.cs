using Hemvag.Sealing;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>How it goes, in the worker's words. Every field may be empty. Sealed under Protection.</summary>
/// <param name="Safety">What the person says about safety.</param>
/// <param name="DailyLife">Housing, income, school or work.</param>
/// <param name="HelpAround">Who helps, and what is missing.</param>
/// <param name="SupportAsked">What more support the person asks for (S1.30).</param>
internal sealed record ContactNotePayload(string? Safety, string? DailyLife, string? HelpAround, string? SupportAsked) : ISealedPayload
{
    public static string Kind => "follow-up-contact";

    public static int SchemaVersion => 1;

    internal bool IsEmpty => Safety is null && DailyLife is null && HelpAround is null && SupportAsked is null;
}

/// <summary>A note on a try without an answer. Sealed under Protection.</summary>
internal sealed record ContactTryPayload(string Note) : ISealedPayload
{
    public static string Kind => "follow-up-try";

    public static int SchemaVersion => 1;
}
