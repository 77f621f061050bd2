using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>
/// The person has taken back the yes to the local office: what it was to arrange goes back to the caseworker, the confirmed too, for the office
/// cannot see what it has promised. Not while the case is held, since a stop cancels nothing: then when it is resumed. Not after departure.
/// </summary>
internal sealed class TakeBackFromOffice : IReactTo<ConsentWithdrawn>, IReactTo<ConsentReplaced>, IReactTo<CaseResumed>
{
    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) => ReactAsync(work);

    public Task ReactAsync(ConsentReplaced happened, CaseWork work) => ReactAsync(work);

    public Task ReactAsync(CaseResumed happened, CaseWork work) => ReactAsync(work);

    private static async Task ReactAsync(CaseWork work)
    {
        if (work.Case is { HeldAt: null, ClosedAt: null, LocalOfficeId: { } office } && !work.Reached.Contains(MilestoneKind.Departed))
        {
            if (!await Arranging.MayBeAskedAsync(work, office))
            {
                await Arranging.TakeBackFromAsync(work, office);
            }
        }
    }
}
