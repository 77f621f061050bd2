using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>Writes what came out of a check before the journey.</summary>
internal sealed class TravelChecking(CaseOperations operations)
{
    public const string Page = CaseLinks.Travel + "/checks";

    /// <param name="shownVersion">The version the form had shown: 0 for a first one.</param>
    /// <exception cref="RefusedException">CheckDayMissing, DateInFuture, DateTooEarly, SectionChanged, CaseClosed.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, TravelCheckKind kind, TravelCheckWords words, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteTravelCheck",
            OperationNature.Fact,
            async work =>
            {
                if (words.Outcome == CheckOutcome.Done)
                {
                    var day = words.DoneOn ?? throw new RefusedException(TravelRefusals.CheckDayMissing, "Input.DoneOn");
                    work.Days.Require(day, "Input.DoneOn");
                }

                var check = await FindOrAddAsync(work, kind);
                check.Write(words.Outcome, work.Now, handle.Account.Id);
                var written = await work.SealAsync(Compartment.Travel, TravelCheckWords.SubjectOf(kind), words, shownVersion);
                work.Record(new TravelCheckWritten(check.Id, kind, check.Settled, written.Id, written.Version));
            }
        );

    private static async Task<TravelCheck> FindOrAddAsync(CaseWork work, TravelCheckKind kind)
    {
        var check = await work.Db.Set<TravelCheck>().FirstOrDefaultAsync(c => c.CaseId == work.Case.Id && c.Kind == kind);
        if (check is null)
        {
            check = new TravelCheck
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                Kind = kind,
            };
            work.Db.Add(check);
        }

        return check;
    }
}
