using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Justice;

/// <summary>Last parts of the addresses of the pages of access to justice. That of a journey says nothing of why.</summary>
internal static class JusticePages
{
    public const string New = CaseLinks.Justice + "/new";

    public static string Proceeding(Guid proceedingId) => $"{CaseLinks.Justice}/{proceedingId:D}";

    public static string Told(Guid proceedingId) => $"{Proceeding(proceedingId)}/told";

    public static string Trial(Guid proceedingId) => $"{Proceeding(proceedingId)}/trial";

    public static string JourneyOf(Guid journeyId) => $"{CaseLinks.Journeys}/{journeyId:D}";
}
