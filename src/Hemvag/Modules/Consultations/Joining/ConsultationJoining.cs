using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Joining;

/// <summary>A case that a consultation could become part of.</summary>
internal sealed record JoinableCase(Guid Id, string Number, string NeutralName);

/// <summary>
/// Makes a consultation part of a case: only where the person has said yes to the exchange with IOM Finland. What it holds is sealed anew
/// in the case and its own keys are destroyed, in one save in both streams.
/// </summary>
internal sealed class ConsultationJoining(
    HemvagDbContext db,
    CaseAccess access,
    CaseOperations operations,
    ConsultationQueries queries,
    TimeProvider time
)
{
    /// <summary>Open cases the account may see whose person has said yes to the exchange with IOM Finland.</summary>
    public async Task<IReadOnlyList<JoinableCase>> CasesAsync(CurrentAccount account)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone);
        var live = Seeing.LiveConsents(db, today).Where(x => x.Purpose == ConsentPurpose.ExchangeWithIom);
        var named = db.Set<ConsentRecipient>().Where(r => r.OrganisationId == IomFinland.Id);
        return await access
            .Visible(account)
            .AsNoTracking()
            .Where(c => c.ClosedAt == null && live.Any(x => x.CaseId == c.Id && named.Any(r => r.ConsentId == x.Id)))
            .OrderBy(c => c.Number)
            .Select(c => new JoinableCase(c.Id, c.Number, c.NeutralName))
            .ToListAsync();
    }

    /// <exception cref="RefusedException">ConsultationNotOpen, ConsultationNeedsConsent, ConsultationNotYours, ConsultationNotToIom, ConsultationHasEnded.</exception>
    public async Task JoinAsync(ConsultationHandle consultation, Guid operationId, Guid caseId)
    {
        // A case the account may not see and one without the consent are answered alike.
        var handle = await access.FindAsync(caseId, consultation.Account);
        if (handle is null || !handle.May(CaseAction.SeePerson))
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNeedsConsent, "CaseId");
        }

        if (consultation.Opened is not { } opened)
        {
            // Once it is part of the case its own keys are gone: a second submit of the same form finds it done.
            if (consultation.Consultation.PartOfCaseId == caseId)
            {
                return;
            }

            throw new RefusedException(ConsultationRefusals.ConsultationNotOpen);
        }

        var turns = await queries.TurnsAsync(opened);
        await operations.RunAsync(handle, operationId, "JoinConsultation", OperationNature.Fact, work => JoinAsync(work, consultation, turns));
    }

    private static async Task JoinAsync(CaseWork work, ConsultationHandle shown, IReadOnlyList<TurnShown> turns)
    {
        if (!(await work.GateAsync(GateKind.IomConsent)).Met)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNeedsConsent, "CaseId");
        }

        var beside = await work.BesideAsync(Streams.Consultation(shown.Id), "JoinConsultation");
        var consultation = await work.Db.Set<Consultation>().FirstAsync(c => c.Id == shown.Id);
        if (consultation.Turns != turns.Count)
        {
            // Someone has written since: what is joined is all of it, and has been seen.
            throw new RefusedException(CaseRefusals.SectionChanged);
        }

        var joined = consultation.Join(shown.Account.Id, work.Case.Id, work.Now);
        // The asker's organisation writes it; who answered and who holds the case read it there.
        var record = await CaseNotes.SealAsync(
            work,
            JoinedConsultation.SubjectOf(shown.Id),
            new JoinedConsultation(consultation.Number, consultation.AskedAt, [.. turns.Select(t => new JoinedTurn(t.Side, t.At, t.Text))]),
            IomFinland.Id,
            work.Case.RegionId
        );
        work.Record(joined);
        work.Record(new RecordSealed(record.Subject, record.Id, record.Version));
        beside.Record(joined);
        beside.Record(new KeysDestroyed(shown.Id, await CaseKeys.DestroyAllAsync(work.Db, shown.Id, work.Now)));
    }
}
