using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A case closed before the person has been met: what lies ahead of the journey is not travelled.</summary>
internal sealed class CancelLegs : IReactTo<CaseClosed>
{
    public Task ReactAsync(CaseClosed happened, CaseWork work) =>
        work.Reached.Contains(MilestoneKind.MetOnArrival) ? Task.CompletedTask : JourneyChange.CancelAheadAsync(work);
}
