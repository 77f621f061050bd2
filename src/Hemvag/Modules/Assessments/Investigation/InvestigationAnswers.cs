using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Investigation;

/// <summary>Records what the person answers about an investigation, as often as it is asked.</summary>
internal sealed class InvestigationAnswers(CaseOperations operations)
{
    /// <param name="heard">Kept only where an investigation is open or may be.</param>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly.</exception>
    public Task<bool> RecordAsync(
        CaseHandle handle,
        Guid operationId,
        InvestigationAnswer investigation,
        HeardAnswer? heard,
        DateOnly askedOn,
        string? note
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordInvestigation",
            OperationNature.Fact,
            async work =>
            {
                work.Days.Require(askedOn, "Input.AskedOn");

                var last = await work.Db.Set<InvestigationRecord>().Where(r => r.CaseId == work.Case.Id).MaxAsync(r => (int?)r.Number) ?? 0;
                var row = new InvestigationRecord
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = last + 1,
                    Investigation = investigation,
                    Heard = investigation == InvestigationAnswer.No ? null : heard,
                    AskedOn = askedOn,
                    AskedBy = work.Account!.Id,
                    RecordedAt = work.Now,
                };
                var record = note is null
                    ? null
                    : await work.SealAsync(Compartment.Justice, InvestigationNote.SubjectOf(row.Id), new InvestigationNote(note), null);
                work.Db.Add(row);
                work.Record(new InvestigationAnswered(row.Id, row.Number, row.Investigation, row.Heard, row.AskedOn, record?.Id));
            }
        );
}
