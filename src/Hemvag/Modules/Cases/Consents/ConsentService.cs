using Hemvag.Data;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Gives and withdraws consents (S1.44, S1.75). What others may see follows at their next request.</summary>
internal sealed class ConsentService(CaseOperations operations, CaseFiles files)
{
    /// <param name="evidence">The scanned sheet, when there is one.</param>
    /// <exception cref="RefusedException">As <see cref="ConsentWriting.AddAsync"/>, and those of files.</exception>
    public Task GiveAsync(CaseHandle handle, Guid operationId, ConsentRequest request, UploadedFile? evidence) =>
        operations.RunAsync(
            handle,
            operationId,
            "GiveConsent",
            OperationNature.Fact,
            async work =>
            {
                var file = evidence is null ? null : await files.AddAsync(work, Compartment.Protection, "consent-sheet", evidence, "Input.Evidence");
                await ConsentWriting.AddAsync(work, request with { EvidenceFileId = file?.Id });
                if (request.Purpose is ConsentPurpose.ExchangeBetweenSwedishAuthorities or ConsentPurpose.ProgressNotesToSwedishPartners)
                {
                    foreach (var authority in request.Recipients.Where(r => r != work.Case.RegionId))
                    {
                        await work.AddParticipantAsync(authority, null, Role.ReferringProfessional, restsOn: request.Purpose);
                    }
                }
            }
        );

    /// <summary>
    /// Acts forward, at once, however the case stands; a named person is asked to decide what follows. In a closed case nothing waits:
    /// there nobody sees through a consent any more, and the withdrawal is recorded.
    /// </summary>
    /// <exception cref="RefusedException">ConsentMissing when the case has no such consent; ConsentAlreadyWithdrawn.</exception>
    public Task WithdrawAsync(CaseHandle handle, Guid operationId, Guid consentId) =>
        operations.RunAsync(
            handle,
            operationId,
            "WithdrawConsent",
            OperationNature.Steering,
            async work =>
            {
                var consent =
                    await work.Db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == work.Case.Id)
                    ?? throw new RefusedException(CaseRefusals.ConsentMissing);
                work.Record(consent.Withdraw(work.Now, handle.Account.Id));
                if (work.Case.ClosedAt is null)
                {
                    await AskWhatFollowsAsync(work, consent);
                }
            }
        );

    private static Task AskWhatFollowsAsync(CaseWork work, Consent consent) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.ConsentWithdrawn,
                Urgency.Safety,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Consent,
                work.Today,
                consent.Id
            )
        );
}
