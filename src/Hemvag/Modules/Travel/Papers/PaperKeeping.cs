using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>Writes the person's travel documents, and watches their last day.</summary>
internal sealed class PaperKeeping(CaseOperations operations)
{
    public const string Page = CaseLinks.Travel + "/papers";

    public static string PageOf(Guid paperId) => $"{Page}/{paperId:D}";

    /// <exception cref="RefusedException">PaperStateUnknown, CaseClosed.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, PaperKind kind, PaperState state, PaperWords words) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddTravelPaper",
            OperationNature.Fact,
            async work =>
            {
                var paper = new TravelPaper
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Kind = kind,
                };
                work.Db.Add(paper);
                await WriteAsync(work, handle, paper, state, words, 0);
            }
        );

    /// <param name="shownVersion">The version the form had shown; 0 where nothing was sealed yet.</param>
    /// <exception cref="RefusedException">PaperStateUnknown, SectionChanged, CaseClosed.</exception>
    public Task ChangeAsync(CaseHandle handle, Guid operationId, Guid paperId, PaperState state, PaperWords words, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteTravelPaper",
            OperationNature.Fact,
            async work =>
            {
                var paper = await work.Db.Set<TravelPaper>().FirstAsync(p => p.Id == paperId && p.CaseId == work.Case.Id);
                await WriteAsync(work, handle, paper, state, words, shownVersion);
            }
        );

    private static async Task WriteAsync(CaseWork work, CaseHandle handle, TravelPaper paper, PaperState state, PaperWords words, int shownVersion)
    {
        if (state == PaperState.Expired)
        {
            // Follows from the last day and is not chosen.
            throw new RefusedException(TravelRefusals.PaperStateUnknown, "Input.State");
        }

        paper.Write(state, words.ExpiresOn, work.Today, work.Now, handle.Account.Id);
        var record = await work.SealAsync(Compartment.Travel, paper.Subject, words, shownVersion);
        work.Record(new TravelPaperWritten(paper.Id, paper.Kind, paper.State, record.Id, record.Version));
        await work.DoneAsync(WorkItemKind.PaperExpires, paper.Id);
        if (paper.State == PaperState.Has && words.ExpiresOn is { } last)
        {
            await PaperWatch.ScheduleAsync(work, paper, last);
        }
    }
}
