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
        var stored = await work.Db.Set<AccompanyingChild>().Where(c => c.CaseId == work.Case.Id).ToListAsync();
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
        await AskToSettleAsync(work, along);
        await AskToDecideAsync(work, along);
    }

    private static async Task AskToSettleAsync(CaseWork work, IReadOnlyList<AccompanyingChild> along)
    {
        if (along.All(c => c.Custody is not null && c.View != ChildView.NotAskedYet))
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

    // From the referral on IOM Finland knows of the case.
    private static async Task AskToDecideAsync(CaseWork work, IReadOnlyList<AccompanyingChild> along)
    {
        if (along.All(c => c.GetsSupport is not null))
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
