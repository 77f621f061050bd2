using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>
/// IOM Finland, which books, does not see the case any more: what is asked for or booked for a journey that lies ahead is held and put before
/// the holder. Nothing is cancelled by it. Given again, it goes on.
/// </summary>
internal sealed class HoldBookingsOnWithdrawal : IReactTo<ConsentWithdrawn>, IReactTo<ConsentReplaced>, IReactTo<ConsentGiven>
{
    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) => ReactAsync(work);

    public Task ReactAsync(ConsentReplaced happened, CaseWork work) => ReactAsync(work);

    public async Task ReactAsync(ConsentGiven happened, CaseWork work)
    {
        if (await IomSeesAsync(work))
        {
            await work.DoneAsync(WorkItemKind.BookingsAfterWithdrawal);
        }
    }

    /// <summary>Nothing more is asked for or booked while IOM Finland does not see the case.</summary>
    /// <exception cref="RefusedException">BookingsHeldWithoutIom.</exception>
    public static async Task RequireIomAsync(CaseWork work)
    {
        if (!await IomSeesAsync(work))
        {
            throw new RefusedException(TravelRefusals.BookingsHeldWithoutIom);
        }
    }

    private static async Task ReactAsync(CaseWork work)
    {
        if (
            work.Case is not { ClosedAt: null, HolderId: { } holder }
            || work.Reached.Contains(MilestoneKind.Departed)
            || await IomSeesAsync(work)
            || !await AnythingToHoldAsync(work)
        )
        {
            return;
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.BookingsAfterWithdrawal,
                Urgency.Safety,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                holder,
                CaseLinks.Travel,
                work.Today
            )
        );
    }

    private static Task<bool> IomSeesAsync(CaseWork work) => work.Seers.SeesAsync(IomFinland.Id, Role.IomCaseworker);

    private static async Task<bool> AnythingToHoldAsync(CaseWork work)
    {
        var all = await work.Db.Set<Arrangement>().Where(a => a.CaseId == work.Case.Id).ToListAsync();
        return work.Reached.Contains(MilestoneKind.Booked) || all.Any(a => a.Waits || a.IsBooked);
    }
}
