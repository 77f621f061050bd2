using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>Takes in, starts, hands over and ends imports. Each is an operation in the import's own stream.</summary>
internal sealed class CashImports(Operations operations, DecisionReaders readers, CaseVault vault, TimeProvider time)
{
    /// <summary>Counts its numbers apart from the cases'.</summary>
    private const string NumberPrefix = "Import";

    /// <summary>Reads the file and keeps its rows sealed: nothing is entered yet.</summary>
    /// <returns>Its id; the same when the same form comes twice.</returns>
    /// <exception cref="RefusedException">What is wrong with the file as a whole; nothing of it is kept.</exception>
    public async Task<Guid> UploadAsync(CurrentAccount account, Guid operationId, byte[] content, string field)
    {
        var table = DecisionTable.Read(SheetReader.Read(content, field), field);
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone);
        var decisions = (await readers.ForAsync(today)).Read(table);
        // Its id follows from the form's, so that a second submit finds the first one's import.
        var id = operationId;
        await operations.RunAsync(
            operationId,
            Streams.CashImport(id),
            "UploadCashImport",
            account.Actor,
            work => KeepAsync(work, account, decisions, today)
        );
        return id;
    }

    /// <summary>Enters what is ready, from now on and in the background.</summary>
    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded, ImportRuns, ImportNothingReady.</exception>
    public Task StartAsync(CashImportHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "StartCashImport",
            async (work, import) =>
            {
                var ready = await ImportRows.In(work.Db, import.Id, CashRowState.Ready).Select(r => r.Decision).Distinct().CountAsync();
                work.Record(import.Start(handle.Account.Id, work.Now, ready, await EnterImported.Living(work.Db, import.Id).AnyAsync()));
                work.Db.Add(EnterImported.For(import.Id, operationId, work.Now));
            }
        );

    /// <summary>A colleague goes on where the officer has left.</summary>
    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded.</exception>
    public Task TakeOverAsync(CashImportHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "TakeOverCashImport",
            async (work, import) =>
            {
                var there = await CashImportAccess
                    .Officers(work.Db)
                    .AnyAsync(a => a.Id == import.OfficerId && a.OrganisationId == import.OrganisationId);
                work.Record(import.TakeOver(handle.Account.Id, handle.Account.OrganisationId, !there));
            }
        );

    /// <summary>What is left in it is given up, and its keys are destroyed in the same save.</summary>
    /// <exception cref="RefusedException">ImportEndNotConfirmed, ImportNotYours, ImportHasEnded.</exception>
    public Task EndAsync(CashImportHandle handle, Guid operationId, bool confirmed) =>
        RunAsync(
            handle,
            operationId,
            "EndCashImport",
            (work, import) =>
                confirmed
                    ? ImportRows.EndAsync(work, import, handle.Account.Id)
                    : throw new RefusedException(CashImportRefusals.ImportEndNotConfirmed, "Confirmed")
        );

    private async Task KeepAsync(OperationWork work, CurrentAccount account, IReadOnlyList<ReadDecision> decisions, DateOnly today)
    {
        var import = new CashImport
        {
            Id = work.Id,
            Number = await CaseNumbers.TakeNumberAsync(work.Db, NumberPrefix, today.Year),
            UploadedAt = work.Now,
            OrganisationId = account.OrganisationId,
            OfficerId = account.Id,
            Rows = decisions.Sum(d => d.Rows.Count),
            Decisions = decisions.Count,
            KeptUntil = today.AddDays(CashImport.DaysKept),
        };
        work.Db.Add(import);
        var rows = decisions.SelectMany(d => d.Rows.Select(r => RowOf(work, d, r))).ToList();
        work.Db.AddRange(rows);
        var payloads = decisions.Select(d => (CashImportRow.SubjectOf(d.Ordinal), PayloadOf(d)));
        await vault.WriteFirstAsync(work.Db, import.Id, Compartment.Identity, payloads, work.Now, account.Id);
        work.Record(new CashImportUploaded(import.Number, import.Rows, import.Decisions, rows.Count(r => r.State == CashRowState.Bad)));
        work.Db.Add(EndOldImport.For(import));
    }

    private static CashImportRow RowOf(OperationWork work, ReadDecision decision, ReadRow read)
    {
        var row = new CashImportRow
        {
            Id = work.NewId(),
            ImportId = work.Id,
            Number = read.Number,
            Decision = decision.Ordinal,
            Subject = CashImportRow.SubjectOf(decision.Ordinal),
        };
        if (read.Faults.Count > 0)
        {
            row.MarkBad(read.Faults);
        }

        return row;
    }

    private static CashRowsPayload PayloadOf(ReadDecision decision) => new([.. decision.Rows.Select(r => new CashRowCells(r.Number, r.Row.Cells))]);

    private Task<bool> RunAsync(CashImportHandle handle, Guid operationId, string kind, Func<OperationWork, CashImport, Task> action) =>
        operations.RunAsync(
            operationId,
            Streams.CashImport(handle.Id),
            kind,
            handle.Account.Actor,
            async work => await action(work, await work.Db.Set<CashImport>().FirstAsync(i => i.Id == handle.Id))
        );
}
