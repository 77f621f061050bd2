using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Minors;

/// <summary>What holds for a child who returns alone, inside an operation, and what waits for it.</summary>
internal static class MinorRows
{
    /// <summary>Not from the seeds.</summary>
    private const int DaysToPrepare = 14;

    /// <returns>Null for a case of an adult.</returns>
    public static async Task<UnaccompaniedMinor?> FindAsync(CaseWork work) =>
        work.Db.Set<UnaccompaniedMinor>().Local.FirstOrDefault(m => m.CaseId == work.Case.Id)
        ?? await work.Db.Set<UnaccompaniedMinor>().FirstOrDefaultAsync(m => m.CaseId == work.Case.Id);

    /// <exception cref="RefusedException">NotAMinor.</exception>
    public static async Task<UnaccompaniedMinor> RequireAsync(CaseWork work) =>
        await FindAsync(work) is { AdultSince: null } minor ? minor : throw new RefusedException(ChildrenRefusals.NotAMinor);

    /// <summary>The last decided of each country, with those recorded in this operation.</summary>
    public static async Task<IReadOnlyList<BestInterestsDecision>> LatestAsync(CaseWork work)
    {
        var stored = await work.Db.Set<BestInterestsDecision>().Where(d => d.CaseId == work.Case.Id).ToListAsync();
        return
        [
            .. stored
                .Union(work.Db.Set<BestInterestsDecision>().Local.Where(d => d.CaseId == work.Case.Id))
                .GroupBy(d => d.Side)
                .Select(g => g.OrderBy(d => d.DecidedOn).ThenBy(d => d.RecordedAt).ThenBy(d => d.Id).Last()),
        ];
    }

    /// <summary>Who has signed is suspected, or stands for the person no longer: the signature counts for nothing.</summary>
    public static async Task SignatureFallsAwayAsync(CaseWork work, Guardian guardian)
    {
        if (await FindAsync(work) is { } minor && minor.SignedBy == guardian.Id)
        {
            minor.Unsign();
            work.Record(new GuardianSignatureFellAway(guardian.Id));
            await AskForMissingAsync(work, minor);
        }
    }

    /// <summary>Asks the holder for what is missing, and takes back what is there.</summary>
    public static async Task AskForMissingAsync(CaseWork work, UnaccompaniedMinor minor)
    {
        var decided = await LatestAsync(work);
        var isBest = decided.Count == Enum.GetValues<DecisionSide>().Length && decided.All(d => d.InBestInterests);
        var mayTravel = minor.AdultSince is not null || (minor.GuardianSignedOn is not null && isBest);
        await BookedJourney.FollowAsync(work, mayTravel, minor.Id, CaseLinks.Minor);
        if (mayTravel && (minor.ReceiverNamed || minor.AdultSince is not null))
        {
            await work.DoneAsync(WorkItemKind.PrepareMinor);
        }
        else
        {
            await AskHolderAsync(work, WorkItemKind.PrepareMinor, Urgency.Safety, work.Today.AddDays(DaysToPrepare));
        }
    }

    /// <summary>Whether the child was taken over, once it has been met.</summary>
    public static Task AskIfTakenOverAsync(CaseWork work) =>
        AskHolderAsync(work, WorkItemKind.ConfirmTakingOver, Urgency.Safety, LocalDates.NextWorkingDay(work.Today));

    public static async Task AskHolderAsync(CaseWork work, WorkItemKind kind, Urgency urgency, DateOnly due)
    {
        if (work.Case.HolderId is { } holder)
        {
            await work.AskAsync(new WorkAsked(kind, urgency, Role.RegionalCoordinator, work.Case.RegionId, holder, CaseLinks.Minor, due));
        }
    }
}
