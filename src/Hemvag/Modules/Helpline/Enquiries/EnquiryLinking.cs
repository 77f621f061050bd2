using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.List;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>Says that an enquiry belongs to a case: an operation of the case, by someone who sees it. The log itself is not told.</summary>
internal sealed class EnquiryLinking(HemvagDbContext db, CaseListQueries cases, CaseAccess access, CaseOperations operations)
{
    /// <summary>A case that does not exist and one that the account may not see are answered alike.</summary>
    /// <returns>False when there is no such enquiry.</returns>
    /// <exception cref="RefusedException">HelplineCaseUnknown, HelplineAlreadyLinked, HelplineTakenBack, CaseClosed.</exception>
    public async Task<bool> LinkAsync(CurrentAccount me, Guid operationId, Guid enquiryId, string number)
    {
        if (!await db.Set<HelplineEnquiry>().AnyAsync(e => e.Id == enquiryId))
        {
            return false;
        }

        var caseId = await cases.FindAsync(me, number);
        var handle = caseId is { } known ? await FindAsync(me, known) : null;
        if (handle is null)
        {
            throw new RefusedException(HelplineRefusals.HelplineCaseUnknown, "Number");
        }

        await operations.RunAsync(handle, operationId, "LinkHelplineEnquiry", OperationNature.Fact, work => LinkAsync(work, me, enquiryId));
        return true;
    }

    /// <returns>False when there is no such link in a case that the account sees.</returns>
    /// <exception cref="RefusedException">HelplineNotLinked, CaseClosed.</exception>
    public async Task<bool> TakeBackAsync(CurrentAccount me, Guid operationId, Guid enquiryId, Guid linkId, LogReversalReason reason)
    {
        var caseId = await db.Set<HelplineLink>()
            .Where(l => l.Id == linkId && l.EnquiryId == enquiryId)
            .Select(l => (Guid?)l.CaseId)
            .FirstOrDefaultAsync();
        if (caseId is not { } known || await FindAsync(me, known) is not { } handle)
        {
            return false;
        }

        await operations.RunAsync(
            handle,
            operationId,
            "UnlinkHelplineEnquiry",
            OperationNature.Fact,
            async work =>
            {
                var link = await work.Db.Set<HelplineLink>().FirstAsync(l => l.Id == linkId);
                work.Record(link.TakeBack(reason, work.Now));
            }
        );
        return true;
    }

    // Whoever keeps the minimum view, or sees the case in an emergency, has another task there.
    private async Task<CaseHandle?> FindAsync(CurrentAccount me, Guid caseId) =>
        await access.FindAsync(caseId, me) is { IsMinimum: false, EmergencyUntil: null } handle && handle.May(CaseAction.SeePerson) ? handle : null;

    private static async Task LinkAsync(CaseWork work, CurrentAccount me, Guid enquiryId)
    {
        if (await work.Db.Set<HelplineReversal>().AnyAsync(r => r.Id == enquiryId))
        {
            throw new RefusedException(HelplineRefusals.HelplineTakenBack);
        }

        var links = work.Db.Set<HelplineLink>();
        if (await links.AnyAsync(l => l.CaseId == work.Case.Id && l.EnquiryId == enquiryId && l.TakenBackAt == null))
        {
            throw new RefusedException(HelplineRefusals.HelplineAlreadyLinked, "Number");
        }

        links.Add(
            new HelplineLink
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                EnquiryId = enquiryId,
                LinkedBy = me.Id,
                LinkedAt = work.Now,
            }
        );
        work.Record(new HelplineEnquiryLinked(enquiryId));
    }
}
