using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>
/// Hands a case to another region, with the person's yes to the contact with that region: before the referral to its inbox, afterwards to a
/// named coordinator there, since a person on the way is never without one. What waited follows, the region before sees nothing more, and
/// whoever brought the case is told: one save.
/// </summary>
internal sealed class RegionHandOver(CaseOperations operations, OrganisationCatalogue catalogue)
{
    public const string HandedToRegionNotice = "CaseHandedToRegion";

    /// <exception cref="RefusedException">CaseNotYours, RegionMissing, RegionUnstaffed, CoordinatorMissing, ContactConsentMissing; those of <see cref="ConsentWriting.AddAsync"/>.</exception>
    public Task HandAsync(CaseHandle handle, Guid operationId, HandOverRequest request) =>
        operations.RunAsync(handle, operationId, "HandToRegion", OperationNature.Act, work => HandAsync(work, handle, request));

    private async Task HandAsync(CaseWork work, CaseHandle handle, HandOverRequest request)
    {
        var from = work.Case.RegionId;
        await RequireOwnAsync(work, handle);
        if (request.RegionId == from || catalogue.Regions.All(r => r.Id != request.RegionId))
        {
            throw new RefusedException(CaseRefusals.RegionMissing, "Input.RegionId");
        }

        if (!request.ConsentsToContact)
        {
            throw new RefusedException(CaseRefusals.ContactConsentMissing, "Input.ConsentsToContact");
        }

        await StaffedRegion.RequireAsync(work.Db, request.RegionId);
        await RequireCoordinatorAsync(work, request);
        var consent = await ConsentAsync(work, request);
        var before = work.Case.HolderId;
        work.Case.RegionId = request.RegionId;
        work.Case.HolderId = request.CoordinatorId;
        await work.AddParticipantAsync(request.RegionId, request.CoordinatorId, Role.RegionalCoordinator, restsOn: null);
        await EndRegionAsync(work, from);
        work.Record(new CaseHandedToRegion(from, request.RegionId));
        Crossings.HandedToRegion(work, request.RegionId, consent.Id);
        await CaseNotes.FollowAsync(work, from, request.RegionId);
        await work.HandOverAsync(from, request.RegionId, Role.RegionalCoordinator, request.CoordinatorId);
        if (request.CoordinatorId is { } holder && before is { } one)
        {
            // Risks and the reading of a protected identity follow from holder to holder, as between colleagues.
            work.Record(new CaseHandedOver(one, holder, Role.RegionalCoordinator, Kept: false));
            await ColleagueService.TellAsync(work, holder, ColleagueService.HandedOverNotice);
        }
        else
        {
            await AskToTakeAsync(work);
        }

        if (before is { } was && was != handle.Account.Id)
        {
            await ColleagueService.TellAsync(work, was, HandedToRegionNotice);
        }

        await MatterNotices.TellHandedOverAsync(work);
    }

    // Whose own case it is, or who stands in for them; an untaken matter is any coordinator's of the region.
    private static async Task RequireOwnAsync(CaseWork work, CaseHandle handle)
    {
        var parts = await work.PartsAsync(work.Case.RegionId, Role.RegionalCoordinator);
        if (!parts.Any(p => p.SharedBy is null && (p.AccountId is not { } id || handle.Account.Whos.Contains(id))))
        {
            throw new RefusedException(CaseRefusals.CaseNotYours);
        }
    }

    private static async Task RequireCoordinatorAsync(CaseWork work, HandOverRequest request)
    {
        var isThere =
            request.CoordinatorId is { } id
            && await ColleagueQueries.There(work.Db, request.RegionId, Role.RegionalCoordinator).AnyAsync(a => a.Id == id);
        if (work.Reached.Contains(MilestoneKind.Referred) ? !isThere : request.CoordinatorId is not null)
        {
            throw new RefusedException(CaseRefusals.CoordinatorMissing, "Input.CoordinatorId");
        }
    }

    private static Task AskToTakeAsync(CaseWork work) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.TakeMatter,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                null,
                "",
                LocalDates.NextWorkingDay(work.Today)
            )
        );

    // The yes to the region before is replaced by the one to this: nobody is contacted there any more.
    private static async Task<Consent> ConsentAsync(CaseWork work, HandOverRequest request)
    {
        var before = await work
            .Db.Set<Consent>()
            .Where(c => c.CaseId == work.Case.Id && c.Purpose == ConsentPurpose.FirstContact && c.WithdrawnAt == null)
            .OrderByDescending(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync();
        return await ConsentWriting.AddAsync(
            work,
            ConsentRequest.ToContact(
                work.Programme,
                request.RegionId,
                request.ConsentLanguage,
                request.Interpreter,
                request.InterpreterAccepted,
                request.ConsentForm,
                request.StartsOn,
                before
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
