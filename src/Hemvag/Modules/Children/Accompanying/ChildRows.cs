using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>The children of a case inside an operation, and what waits for them.</summary>
internal static class ChildRows
{
    /// <summary>Not from the seeds.</summary>
    private const int DaysToSettle = 14;

    /// <summary>Not from the seeds.</summary>
    private const int DaysToDecide = 7;

    /// <summary>All of them, with those added in this operation.</summary>
    public static async Task<IReadOnlyList<AccompanyingChild>> AllAsync(CaseWork work)
    {
        var stored = work.IsNew ? [] : await work.Db.Set<AccompanyingChild>().Where(c => c.CaseId == work.Case.Id).ToListAsync();
        return [.. stored.Union(work.Db.Set<AccompanyingChild>().Local.Where(c => c.CaseId == work.Case.Id)).OrderBy(c => c.Ordinal)];
    }

    /// <exception cref="NotThereException">When this case has no such child.</exception>
    public static async Task<AccompanyingChild> FindAsync(CaseWork work, Guid childId) =>
        await work.Db.Set<AccompanyingChild>().FirstOrDefaultAsync(c => c.Id == childId && c.CaseId == work.Case.Id) ?? throw new NotThereException();

    /// <summary>A child without a name yet.</summary>
    public static async Task<AccompanyingChild> AddAsync(CaseWork work)
    {
        var child = new AccompanyingChild
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Ordinal = 1 + (await AllAsync(work)).Count,
            AddedAt = work.Now,
        };
        work.Db.Add(child);
        work.Record(new ChildAdded(child.Id, child.Ordinal));
        return child;
    }

    /// <summary>Asks for what is missing, and takes back what is there.</summary>
    public static async Task AskForMissingAsync(CaseWork work)
    {
        var along = (await AllAsync(work)).Where(c => c.TravelsAlong).ToList();
        var mayTravel = along.All(c => c.MayTravelOn(work.Today));
        await AskToSettleAsync(work, mayTravel);
        await BookedJourney.FollowAsync(work, mayTravel, work.Case.Id, CaseLinks.Children);
        await AskToDecideAsync(work, along);
    }

    /// <summary>What the child has said, with what is recorded in this operation.</summary>
    public static async Task<IReadOnlyList<ChildHearing>> HearingsAsync(CaseWork work, Guid childId)
    {
        var stored = work.IsNew ? [] : await work.Db.Set<ChildHearing>().Where(h => h.ChildId == childId && h.CaseId == work.Case.Id).ToListAsync();
        return [.. stored.Union(work.Db.Set<ChildHearing>().Local.Where(h => h.ChildId == childId))];
    }

    /// <summary>What was decided on its support, with what is recorded in this operation.</summary>
    public static async Task<IReadOnlyList<ChildDecision>> DecisionsAsync(CaseWork work, Guid childId)
    {
        var stored = work.IsNew ? [] : await work.Db.Set<ChildDecision>().Where(d => d.ChildId == childId && d.CaseId == work.Case.Id).ToListAsync();
        return [.. stored.Union(work.Db.Set<ChildDecision>().Local.Where(d => d.ChildId == childId))];
    }

    private static async Task AskToSettleAsync(CaseWork work, bool mayTravel)
    {
        if (mayTravel)
        {
            await work.DoneAsync(WorkItemKind.RecordCustody);
        }
        else if (work.Case.HolderId is { } holder)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.RecordCustody,
                    Urgency.Date,
                    Role.RegionalCoordinator,
                    work.Case.RegionId,
                    holder,
                    CaseLinks.Children,
                    work.Today.AddDays(DaysToSettle)
                )
            );
        }
    }

    // The share of a child is looked at again once it is an adult (not from the seeds).
    private static async Task<bool> AreDecidedAsync(CaseWork work, IReadOnlyList<AccompanyingChild> along)
    {
        foreach (var child in along)
        {
            if (child.GetsSupport is null || (child.GrownSince is { } grown && (await DecisionsAsync(work, child.Id)).All(d => d.DecidedOn < grown)))
            {
                return false;
            }
        }

        return true;
    }

    // From the referral on IOM Finland knows of the case.
    private static async Task AskToDecideAsync(CaseWork work, IReadOnlyList<AccompanyingChild> along)
    {
        if (await AreDecidedAsync(work, along))
        {
            await work.DoneAsync(WorkItemKind.DecideChildSupport);
        }
        else if (
            work.Reached.Contains(MilestoneKind.Referred)
            && VersionDuties.RolesFor(CaseAction.DecideChildSupport, work.Programme).Contains(Role.IomCaseworker)
        )
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.DecideChildSupport,
                    Urgency.Date,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    null,
                    CaseLinks.Children,
                    work.Today.AddDays(DaysToDecide)
                )
            );
        }
    }
}
