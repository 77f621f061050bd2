using Hemvag.Modules.Cases;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>The planned journey as a sealed block, closed or open.</summary>
/// <param name="Plan">Null while closed.</param>
/// <param name="Return">The page to come back to when it has been opened.</param>
internal sealed record JourneyBlock(CaseHandle Handle, OpenedCompartment? Opened, JourneyPlan? Plan, TimeZoneInfo Zone, string Return)
{
    public string PathTo(string page) => CaseLinks.To(Handle.CaseId, page);
}
