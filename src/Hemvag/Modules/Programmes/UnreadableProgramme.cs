using System.Text.Json;

namespace Hemvag.Modules.Programmes;

/// <summary>Says in one sentence what a strict reader of a programme file expected.</summary>
internal static class UnreadableProgramme
{
    public static string Expected(JsonException wrong)
    {
        // The reader appends where it was; path stands in the error already.
        var cut = wrong.Message.IndexOf(" Path: $", StringComparison.Ordinal);
        return "what the programme format defines: " + (cut < 0 ? wrong.Message : wrong.Message[..cut]);
    }
}
