using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>
/// A case that was referred before it was entered here has its referral here too, so that it can go on: IOM Finland is asked for what is
/// still missing as soon as the person has said yes to the exchange anew.
/// </summary>
internal sealed class EarlierReferral(OrganisationCatalogue organisations) : IReactTo<PastMilestoneRecorded>, IReactTo<ConsentGiven>
{
    public async Task ReactAsync(PastMilestoneRecorded happened, CaseWork work)
    {
        if (happened.Kind == MilestoneKind.Referred)
        {
            work.Db.Add(
                new Referral
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    OrganisationId = organisations.Organisation(IomFinland.Code).Id,
                    SignatureId = null,
                    SentAt = happened.OccurredOn.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
                    SentBy = null,
                    ReceiptDueOn = LocalDates.NextWorkingDay(happened.OccurredOn),
                }
            );
        }
        else if (happened.Kind == MilestoneKind.ReceiptConfirmed && await FindAsync(work) is { } referral)
        {
            referral.ReceivedOnPaper(happened.OccurredOn);
        }
    }

    public async Task ReactAsync(ConsentGiven happened, CaseWork work)
    {
        if (
            happened.Purpose != ConsentPurpose.ExchangeWithIom
            || !work.Case.PastSet.Contains(MilestoneKind.Referred)
            || await FindAsync(work) is not { } referral
        )
        {
            return;
        }

        var iom = organisations.Organisation(IomFinland.Code);
        if (Waits(work, MilestoneKind.ReceiptConfirmed))
        {
            // Nobody there could see it before.
            referral.ReceiptDueOn = ReferralDays.DueOn(work.Now, iom.TimeZone);
            await ReferralService.AskForReceiptAsync(work, referral, iom.TimeZone);
        }
        else if (Waits(work, MilestoneKind.SupportAnswered) && work.Case.PastSet.Contains(MilestoneKind.ReceiptConfirmed))
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.AnswerSupport,
                    Urgency.Date,
                    Role.IomCaseworker,
                    iom.Id,
                    null,
                    CaseLinks.Referral + "/support",
                    LocalDates.NextWorkingDay(work.Today),
                    referral.Id
                )
            );
        }
    }

    private static bool Waits(CaseWork work, MilestoneKind kind) => new MilestoneTable(work.Programme).Has(kind) && !work.Reached.Contains(kind);

    private static async Task<Referral?> FindAsync(CaseWork work) =>
        work.Db.Set<Referral>().Local.FirstOrDefault(r => r.CaseId == work.Case.Id)
        ?? await work.Db.Set<Referral>().FirstOrDefaultAsync(r => r.CaseId == work.Case.Id);
}
