using System.Globalization;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Noticed;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>What somebody wants to send.</summary>
/// <param name="Kept">Why what was noticed is sent as it stands; null refuses a text in which something was noticed.</param>
internal sealed record WrittenText(string Text, KeptReason? Kept);

/// <summary>Asks, answers and ends consultations (S1.44). Each is an operation in the thread's own stream.</summary>
internal sealed class ConsultationService(Operations operations, OrganisationQueries organisations, CaseVault vault)
{
    /// <summary>Counts its numbers apart from the cases'.</summary>
    private const string NumberPrefix = "Fråga";

    /// <returns>Its id; the same when the same form comes twice.</returns>
    /// <exception cref="RefusedException">RecipientUnknown, PersonalDataNoticed.</exception>
    public async Task<Guid> AskAsync(CurrentAccount account, Guid operationId, Guid recipientId, WrittenText written)
    {
        await RequireRecipientAsync(account, recipientId);
        // Its id follows from the form's, so that a second submit finds the first one's thread.
        var id = operationId;
        await operations.RunAsync(
            operationId,
            Streams.Consultation(id),
            "AskConsultation",
            account.Actor,
            async work =>
            {
                var year = LocalDates.Today(work.Now, account.Zone).Year;
                var consultation = new Consultation
                {
                    Id = id,
                    Number = await CaseNumbers.TakeNumberAsync(work.Db, NumberPrefix, year),
                    AskedBy = account.Id,
                    AskedFrom = account.OrganisationId,
                    AskedAt = work.Now,
                    RecipientId = recipientId,
                };
                work.Db.Add(consultation);
                work.Record(new ConsultationAsked(consultation.Number, consultation.AskedFrom, recipientId));
                await WriteAsync(work, consultation, account.Id, written);
                await ConsultationNotices.TellDeskAsync(work, id, recipientId);
            }
        );
        return id;
    }

    /// <summary>A further turn of either side.</summary>
    /// <exception cref="RefusedException">ConsultationNotYours, ConsultationHasEnded, PersonalDataNoticed.</exception>
    public Task WriteAsync(ConsultationHandle handle, Guid operationId, WrittenText written) =>
        RunAsync(
            handle,
            operationId,
            "WriteConsultation",
            async (work, consultation) =>
            {
                await WriteAsync(work, consultation, handle.Account.Id, written);
                var (to, kind) =
                    consultation.LastBy == ConsultationSide.Recipient
                        ? (consultation.AskedBy, ConsultationNotices.Answered)
                        : (consultation.TakenBy, ConsultationNotices.AskedMore);
                if (to is { } one)
                {
                    await ConsultationNotices.TellAsync(work, one, consultation.Id, kind);
                }
            }
        );

    /// <exception cref="RefusedException">ConsultationAlreadyTaken, ConsultationHasEnded, ConsultationNotYours.</exception>
    public Task TakeAsync(ConsultationHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "TakeConsultation",
            async (work, consultation) =>
            {
                var there = await IsThereAsync(work, consultation.TakenBy, consultation.RecipientId);
                work.Record(consultation.Take(handle.Account.Id, handle.Account.OrganisationId, !there));
            }
        );

    /// <summary>Back to the desk, for a colleague; who gives it back reads it no more.</summary>
    public Task GiveBackAsync(ConsultationHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "GiveBackConsultation",
            async (work, consultation) =>
            {
                work.Record(consultation.GiveBack(handle.Account.Id));
                await ConsultationNotices.TellDeskAsync(work, consultation.Id, consultation.RecipientId);
            }
        );

    /// <summary>A colleague asks on where the asker has left.</summary>
    public Task TakeOverAsync(ConsultationHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "TakeOverConsultation",
            async (work, consultation) =>
            {
                var there = await IsThereAsync(work, consultation.AskedBy, consultation.AskedFrom);
                work.Record(consultation.TakeOver(handle.Account.Id, handle.Account.OrganisationId, !there));
            }
        );

    /// <summary>The one who answers ends it; the asker is told, and until when it can be read.</summary>
    public Task EndAsync(ConsultationHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "EndConsultation",
            async (work, consultation) =>
            {
                work.Record(consultation.End(handle.Account.Id, work.Now, LocalDates.Today(work.Now, handle.Account.Zone)));
                await ConsultationNotices.TellAsync(work, consultation.AskedBy, consultation.Id, ConsultationNotices.Ended);
                work.Db.Add(EraseEndedConsultation.For(consultation));
            }
        );

    /// <summary>The asker ends it: the keys are destroyed in the same save.</summary>
    /// <exception cref="RefusedException">ErasureNotConfirmed, ConsultationNotYours, ConsultationHasEnded.</exception>
    public Task EndAndEraseAsync(ConsultationHandle handle, Guid operationId, bool confirmed) =>
        RunAsync(
            handle,
            operationId,
            "EraseConsultation",
            async (work, consultation) =>
            {
                if (!confirmed)
                {
                    throw new RefusedException(ConsultationRefusals.ErasureNotConfirmed, "Confirmed");
                }

                work.Record(consultation.EndAndErase(handle.Account.Id, work.Now));
                work.Record(new KeysDestroyed(consultation.Id, await CaseKeys.DestroyAllAsync(work.Db, consultation.Id, work.Now)));
            }
        );

    /// <summary>Whether the account can put a question to the organisation: professionals to IOM Finland and to regions, coordinators to IOM Finland.</summary>
    public static bool CanAsk(CurrentAccount account, OrganisationView organisation) =>
        organisation.Id != account.OrganisationId
        && (organisation.Id == IomFinland.Id || (organisation.Kind == OrganisationKind.Region && account.Is(Role.ReferringProfessional)));

    private async Task RequireRecipientAsync(CurrentAccount account, Guid recipientId)
    {
        if (await organisations.FindAsync(recipientId) is not { } recipient || !CanAsk(account, recipient))
        {
            throw new RefusedException(ConsultationRefusals.RecipientUnknown, "RecipientId");
        }
    }

    private Task<bool> RunAsync(ConsultationHandle handle, Guid operationId, string kind, Func<OperationWork, Consultation, Task> action) =>
        operations.RunAsync(
            operationId,
            Streams.Consultation(handle.Id),
            kind,
            handle.Account.Actor,
            // Who may do what is asked of the row as it is now: a colleague may have been quicker.
            async work =>
                await action(work, await work.Db.Set<Consultation>().FirstAsync(c => c.Id == handle.Id))
        );

    private async Task WriteAsync(OperationWork work, Consultation consultation, Guid by, WrittenText written)
    {
        var noticed = PersonalData.In(written.Text).Count;
        if (noticed > 0 && written.Kept is null)
        {
            throw new RefusedException(ConsultationRefusals.PersonalDataNoticed, "Text", noticed.ToString(CultureInfo.CurrentCulture));
        }

        var turn = consultation.Turns + 1;
        var side = by == consultation.AskedBy ? ConsultationSide.Asker : ConsultationSide.Recipient;
        var record =
            await vault.WriteAsync(
                work.Db,
                consultation.Id,
                Compartment.Notes,
                ConsultationTurn.SubjectOf(turn),
                new ConsultationTurn(side, written.Text),
                null,
                work.Now,
                by
            ) ?? throw new InvalidOperationException("A turn has one version.");
        work.Record(consultation.Write(by, record.Id, work.Now, noticed, noticed > 0 ? written.Kept : null));
    }

    private static Task<bool> IsThereAsync(OperationWork work, Guid? accountId, Guid organisationId) =>
        ConsultationAccess
            .Working(work.Db, [Role.IomCaseworker, Role.RegionalCoordinator, Role.ReferringProfessional])
            .AnyAsync(a => a.Id == accountId && a.OrganisationId == organisationId);
}
