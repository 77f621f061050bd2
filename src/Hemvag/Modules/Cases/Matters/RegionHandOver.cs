using Hemvag.Data;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>
/// Hands a case that has not been referred to another region's inbox, with the person's yes to the contact with that region. What waited
/// follows, the region before sees nothing more, and whoever brought the case is told: one save.
/// </summary>
internal sealed class RegionHandOver(CaseOperations operations, OrganisationCatalogue catalogue)
{
    /// <exception cref="RefusedException">RegionMissing, ContactConsentMissing, HandedOverTooLate; those of <see cref="ConsentWriting.AddAsync"/>.</exception>
    public Task HandAsync(CaseHandle handle, Guid operationId, HandOverRequest request) =>
        operations.RunAsync(handle, operationId, "HandToRegion", OperationNature.Act, work => HandAsync(work, request));

    private async Task HandAsync(CaseWork work, HandOverRequest request)
    {
        var from = work.Case.RegionId;
        if (request.RegionId == from || catalogue.Regions.All(r => r.Id != request.RegionId))
        {
            throw new RefusedException(CaseRefusals.RegionMissing, "Input.RegionId");
        }

        if (!request.ConsentsToContact)
        {
            throw new RefusedException(CaseRefusals.ContactConsentMissing, "Input.ConsentsToContact");
        }

        if (work.Reached.Contains(MilestoneKind.Referred))
        {
            throw new RefusedException(CaseRefusals.HandedOverTooLate);
        }

        await ConsentAsync(work, request);
        work.Case.RegionId = request.RegionId;
        work.Case.HolderId = null;
        await work.AddParticipantAsync(request.RegionId, null, Role.RegionalCoordinator, restsOn: null);
        await EndRegionAsync(work, from);
        work.Record(new CaseHandedToRegion(from, request.RegionId));
        await work.HandOverAsync(from, request.RegionId, Role.RegionalCoordinator);
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.TakeMatter,
                Urgency.Date,
                Role.RegionalCoordinator,
                request.RegionId,
                null,
                "",
                LocalDates.NextWorkingDay(work.Today)
            )
        );
        await MatterNotices.TellHandedOverAsync(work);
    }

    // The yes to the region before is replaced by the one to this: nobody is contacted there any more.
    private static async Task ConsentAsync(CaseWork work, HandOverRequest request)
    {
        var before = await work
            .Db.Set<Consent>()
            .Where(c => c.CaseId == work.Case.Id && c.Purpose == ConsentPurpose.FirstContact && c.WithdrawnAt == null)
            .OrderByDescending(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync();
        await ConsentWriting.AddAsync(
            work,
            new ConsentRequest(
                ConsentPurpose.FirstContact,
                [request.RegionId],
                work.Programme.Consent(ConsentPurpose.FirstContact).Widest,
                request.ConsentLanguage,
                request.Interpreter,
                request.ConsentForm,
                ConsentPrompts.AgreesToTheConversation | ConsentPrompts.KnowsItsPurpose,
                request.StartsOn,
                null,
                before,
                null
            )
        );
    }

    private static async Task EndRegionAsync(CaseWork work, Guid region)
    {
        var parts = await work
            .Db.Set<CaseParticipant>()
            .Where(p => p.CaseId == work.Case.Id && p.OrganisationId == region && p.Until == null)
            .Select(p => new { p.AccountId, p.Role })
            .Distinct()
            .ToListAsync();
        foreach (var part in parts)
        {
            await work.EndParticipantAsync(region, part.AccountId, part.Role);
        }
    }
}
