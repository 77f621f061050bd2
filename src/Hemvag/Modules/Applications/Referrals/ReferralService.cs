using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>Sends a case to IOM Finland, and takes its written receipt. Nothing is copied: who may look follows from the consent.</summary>
internal sealed class ReferralService(CaseOperations operations, OrganisationCatalogue organisations)
{
    /// <param name="letter">What the coordinator writes along; null for nothing. Sealed under Notes.</param>
    /// <exception cref="RefusedException">GateOpen while something is missing, MilestoneAlreadyReached, MilestoneTooEarly, CaseHeld.</exception>
    public Task SendAsync(CaseHandle handle, Guid operationId, string? letter) =>
        operations.RunAsync(
            handle,
            operationId,
            "Refer",
            OperationNature.Act,
            async work =>
            {
                var iom = organisations.Organisation(IomFinland.Code);
                await work.ReachAsync(MilestoneKind.Referred, work.Today);
                var signature = await ApplicationSigning.NewestAsync(work.Db, work.Case.Id);
                var referral = new Referral
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    OrganisationId = iom.Id,
                    // The gate is met without one where the application was signed on paper, before the case was entered here.
                    SignatureId = signature?.Id,
                    SentAt = work.Now,
                    SentBy = handle.Account.Id,
                    ReceiptDueOn = ReferralDays.DueOn(work.Now, iom.TimeZone),
                };
                work.Db.Add(referral);
                if (letter is not null)
                {
                    await Crossings.SentAsync(work, iom.Id, Compartment.Notes);
                    await CaseNotes.SealAsync(work, referral.Subject("letter"), new ReferralLetter(letter), iom.Id);
                }

                work.Record(new ReferralSent(referral.Id, iom.Id, referral.SignatureId, referral.ReceiptDueOn));
                await work.AddParticipantAsync(iom.Id, null, Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom);
                await AskForReceiptAsync(work, referral, iom.TimeZone);
            }
        );

    /// <summary>IOM Finland confirms receipt in writing (S4.16). Who does becomes the caseworker named in the case.</summary>
    /// <param name="text">The receipt as the coordinator reads it. Sealed under Notes.</param>
    /// <exception cref="RefusedException">NotReferred, ReceiptTextMissing, MilestoneAlreadyReached, DateInFuture, DateTooEarly, CaseHeld.</exception>
    public Task ConfirmReceiptAsync(CaseHandle handle, Guid operationId, DateOnly receivedOn, string text) =>
        operations.RunAsync(
            handle,
            operationId,
            "ConfirmReceipt",
            OperationNature.Act,
            async work =>
            {
                var referral = await OfAsync(work) ?? throw new RefusedException(ApplicationRefusals.NotReferred);
                var sentOn = LocalDates.Today(referral.SentAt, handle.Account.Zone);
                work.Record(referral.Receive(receivedOn, work.Today, sentOn, work.Now, handle.Account.Id));
                await work.ReachAsync(MilestoneKind.ReceiptConfirmed, receivedOn);
                var readers = await SenderAsync(work, referral) is { } sender ? new[] { work.Case.RegionId, sender } : [work.Case.RegionId];
                await CaseNotes.SealAsync(work, referral.Subject("receipt"), new ReferralLetter(text), readers);
                await TakingOn.Async(work, referral.OrganisationId, Role.IomCaseworker, handle.Account.Id);
                await work.DoneAsync(WorkItemKind.ConfirmReceipt);
                await work.DoneAsync(WorkItemKind.ReferralUnanswered);
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.AnswerSupport,
                        Urgency.Date,
                        Role.IomCaseworker,
                        referral.OrganisationId,
                        handle.Account.Id,
                        CaseLinks.Referral + "/support",
                        LocalDates.NextWorkingDay(work.Today),
                        referral.Id
                    )
                );
            }
        );

    public static Task<Referral?> OfAsync(CaseWork work) => work.Db.Set<Referral>().FirstOrDefaultAsync(r => r.CaseId == work.Case.Id);

    // Where the authority that helps has sent it, IOM answers it directly (S3.12). Nobody has here when it was sent on paper.
    private static Task<Guid?> SenderAsync(CaseWork work, Referral referral) =>
        work.Db.Set<Account>().Where(a => a.Id == referral.SentBy).Select(a => (Guid?)a.OrganisationId).FirstOrDefaultAsync();

    public static async Task AskForReceiptAsync(CaseWork work, Referral referral, string zone)
    {
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ConfirmReceipt,
                Urgency.Date,
                Role.IomCaseworker,
                referral.OrganisationId,
                null,
                CaseLinks.Referral,
                referral.ReceiptDueOn,
                referral.Id
            )
        );
        await work.ScheduleAsync(
            Job.At(ReferralDays.StartOfNext(referral.ReceiptDueOn, zone), ChaseReferral.JobKind, referral.Id, $"chase-referral/{referral.Id:N}")
        );
    }
}
