using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>
/// Watches the last day of a document: reminds sixty days ahead, and marks it when the day has passed. The day itself is sealed; the moment a
/// job is due is all that stands in clear.
/// </summary>
internal sealed class PaperWatch(HemvagDbContext db, CaseOperations operations) : IJobHandler
{
    public const string JobKind = "PaperWatch";
    private const string Reminds = "reminds";
    private const string Ends = "ends";

    public string Kind => JobKind;

    public bool Forgets => true;

    /// <param name="last">The last day the document holds.</param>
    public static async Task ScheduleAsync(CaseWork work, TravelPaper paper, DateOnly last)
    {
        await work.ScheduleAsync(Job.At(At(work, last.AddDays(-TravelPaper.DaysAhead)), JobKind, paper.Id, KeyOf(paper, Reminds)));
        await work.ScheduleAsync(Job.At(At(work, last.AddDays(1)), JobKind, paper.Id, KeyOf(paper, Ends)));
    }

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var paper = await db.Set<TravelPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == job.SubjectId, stop);
        if (paper is { State: PaperState.Has } && Fits(paper, job.DedupeKey))
        {
            await operations.RunAsSystemAsync(job.Id, paper.CaseId, JobKind, work => LookAsync(work, paper.Id, job.DedupeKey));
        }

        return null;
    }

    private static async Task LookAsync(CaseWork work, Guid paperId, string key)
    {
        var paper = await work.Db.Set<TravelPaper>().FirstAsync(p => p.Id == paperId);
        work.Record(new TravelPaperLookedAt(paper.Id, paper.State));
        if (work.Case.ClosedAt is not null || work.Reached.Contains(MilestoneKind.MetOnArrival) || paper.State != PaperState.Has || !Fits(paper, key))
        {
            return;
        }

        var urgency = Urgency.Date;
        if (key == KeyOf(paper, Ends))
        {
            work.Record(paper.Expire());
            await work.DoneAsync(WorkItemKind.PaperExpires, paper.Id);
            urgency = work.Reached.Contains(MilestoneKind.Booked) ? Urgency.Safety : urgency;
        }

        await work.AskAsync(
            new WorkAsked(WorkItemKind.PaperExpires, urgency, Role.IomCaseworker, IomFinland.Id, null, PageOf(paper), work.Today, paper.Id)
        );
    }

    private static string PageOf(TravelPaper paper) => $"{CaseLinks.Travel}/papers/{paper.Id:D}";

    // A document written anew has watches of its own.
    private static bool Fits(TravelPaper paper, string key) => key == KeyOf(paper, Reminds) || key == KeyOf(paper, Ends);

    private static string KeyOf(TravelPaper paper, string what) => $"{JobKind}/{paper.Id:N}/{paper.Writings}/{what}";

    private static DateTime At(CaseWork work, DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return at < work.Now ? work.Now : at;
    }
}
