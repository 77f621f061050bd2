using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Notes;

/// <summary>Writes a progress note to partners that a live consent names.</summary>
internal sealed class ProgressNotes(CaseOperations operations)
{
    public const string NoticeKind = "ProgressNote";

    /// <exception cref="RefusedException">ConsentMissing when a recipient is not named by a live consent, DateInFuture, DateTooEarly.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, DateOnly notedOn, IReadOnlyCollection<Guid> recipients, string text) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteProgressNote",
            OperationNature.Fact,
            async work =>
            {
                var allowed = await ProgressNoteConsent.Recipients(work.Db, work.Case.Id, work.Today).ToListAsync();
                if (recipients.Count == 0 || !recipients.All(allowed.Contains))
                {
                    throw new RefusedException(CaseRefusals.ConsentMissing, "Note.Recipients");
                }

                work.Days.Require(notedOn, "Note.NotedOn");

                await AddAsync(work, handle.Account.Id, notedOn, recipients, text);
                await work.DoneAsync(WorkItemKind.WriteProgressNote);
            }
        );

    /// <summary>The note itself, with its row in the ledger for each recipient, who is told of it. The caller has looked that each may have it.</summary>
    public static async Task AddAsync(CaseWork work, Guid by, DateOnly notedOn, IReadOnlyCollection<Guid> recipients, string text)
    {
        var note = new ProgressNote
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            NotedOn = notedOn,
            WrittenAt = work.Now,
            WrittenBy = by,
        };
        work.Db.Add(note);
        foreach (var recipient in recipients.Distinct())
        {
            await Crossings.SentAsync(work, recipient, Compartment.Notes);
            work.Db.Add(
                new ProgressNoteRecipient
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    NoteId = note.Id,
                    OrganisationId = recipient,
                }
            );
        }

        var record = await CaseNotes.SealAsync(work, note.Subject, new ProgressNotePayload(text), recipients);
        work.Record(new ProgressNoteWritten(note.Id, notedOn, [.. recipients.Distinct()], record.Id));
        await TellAsync(work, recipients);
    }

    // Those who work on the case at each recipient, and nobody else there.
    private static async Task TellAsync(CaseWork work, IReadOnlyCollection<Guid> recipients)
    {
        var organisations = recipients.ToList();
        var db = work.Db;
        var participants = Seeing.Participants(db, work.Today).Where(p => p.CaseId == work.Case.Id && organisations.Contains(p.OrganisationId));
        var accounts = await db.Set<Account>()
            .Where(a => a.ClosedAt == null)
            .Where(a =>
                participants.Any(p =>
                    p.AccountId == a.Id
                    || (
                        p.AccountId == null
                        && p.OrganisationId == a.OrganisationId
                        && db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == p.Role)
                    )
                )
            )
            .Select(a => a.Id)
            .ToListAsync();
        foreach (var account in accounts)
        {
            work.Db.Add(
                new Notice
                {
                    Id = work.NewId(),
                    AccountId = account,
                    CaseId = work.Case.Id,
                    Kind = NoticeKind,
                    CreatedAt = work.Now,
                }
            );
            await work.ScheduleAsync(NoticeMail.For(account, work.Now));
        }
    }
}
