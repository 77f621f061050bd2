using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <param name="ReviewerId">A colleague of the region, to whom the case is shown for it.</param>
internal sealed record DisclosureOrder(Guid OrganisationId, DisclosureGround Ground, Compartment Compartments, Guid ReviewerId, string Reason);

/// <summary>Discloses without consent in three steps by two people: asked for with a reason, decided, handed over and put into the ledger.</summary>
internal sealed class DisclosingWithoutConsent(CaseOperations operations, OrganisationQueries organisations)
{
    public const int ShortestReason = 20;

    /// <exception cref="RefusedException">DisclosureRecipient, DisclosureGroundMissing, CompartmentNotYours, GlassReasonShort, ColleagueMissing.</exception>
    public async Task AskAsync(CaseHandle handle, Guid operationId, DisclosureOrder order)
    {
        await RequireAsync(handle, order);
        await operations.RunAsync(
            handle,
            operationId,
            "AskDisclosure",
            OperationNature.Fact,
            async work =>
            {
                var role = Role.RegionalCoordinator;
                if (
                    order.ReviewerId == handle.Account.Id
                    || !await ColleagueQueries.There(work.Db, work.Case.RegionId, role).AnyAsync(a => a.Id == order.ReviewerId)
                )
                {
                    throw new RefusedException(CaseRefusals.ColleagueMissing, "ReviewerId");
                }

                var request = new DisclosureRequest
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    OrganisationId = order.OrganisationId,
                    Ground = order.Ground,
                    Compartments = order.Compartments,
                    AskedBy = handle.Account.Id,
                    AskedAt = work.Now,
                    ReviewerId = order.ReviewerId,
                };
                work.Db.Add(request);
                await work.SealAsync(Compartment.Protection, DisclosureReason.SubjectOf(request.Id), new DisclosureReason(order.Reason), null);
                work.Record(new DisclosureRequested(request.Id, request.OrganisationId, request.Ground, request.Compartments, request.ReviewerId));
                // Whoever judges has to see what it is about.
                if (!(await work.PartsAsync(work.Case.RegionId, role)).Any(p => p.AccountId is null || p.AccountId == order.ReviewerId))
                {
                    await work.AddParticipantAsync(work.Case.RegionId, order.ReviewerId, role, restsOn: null, sharedBy: handle.Account.Id);
                    request.ReviewerLetIn = true;
                }

                await work.AskAsync(Reviewing(work, request));
            }
        );
    }

    /// <exception cref="RefusedException">DisclosureUnknown, DisclosureDecided, DisclosureNotYours.</exception>
    public Task DecideAsync(CaseHandle handle, Guid operationId, Guid requestId, bool approved) =>
        operations.RunAsync(
            handle,
            operationId,
            "DecideDisclosure",
            OperationNature.Fact,
            async work =>
            {
                var request = await FindAsync(work, requestId);
                work.Record(request.Decide(handle.Account.Id, approved, work.Now));
                await work.DoneAsync(WorkItemKind.ReviewDisclosure, requestId);
                if (request.ReviewerLetIn && !await StillReviewsAsync(work, request))
                {
                    await work.EndSharingAsync(work.Case.RegionId, request.ReviewerId, Role.RegionalCoordinator);
                }

                if (approved)
                {
                    await work.AskAsync(Reviewing(work, request) with { Kind = WorkItemKind.HandOverDisclosure, AccountId = request.AskedBy });
                }
            }
        );

    /// <exception cref="RefusedException">DisclosureUnknown, DisclosureNotApproved, DisclosureHandedOver.</exception>
    public Task HandOverAsync(CaseHandle handle, Guid operationId, Guid requestId) =>
        operations.RunAsync(
            handle,
            operationId,
            "HandOverDisclosure",
            OperationNature.Fact,
            async work =>
            {
                var request = await FindAsync(work, requestId);
                request.HandOver(work.Now);
                Crossings.HandedOver(work, request.OrganisationId, request.Compartments, request.Ground);
                await work.DoneAsync(WorkItemKind.HandOverDisclosure, requestId);
            }
        );

    private static WorkAsked Reviewing(CaseWork work, DisclosureRequest request) =>
        new(
            WorkItemKind.ReviewDisclosure,
            Urgency.Safety,
            Role.RegionalCoordinator,
            work.Case.RegionId,
            request.ReviewerId,
            $"{CaseLinks.Disclosures}/{request.Id:D}",
            work.Today,
            request.Id
        );

    private static Task<bool> StillReviewsAsync(CaseWork work, DisclosureRequest decided) =>
        work
            .Db.Set<DisclosureRequest>()
            .AnyAsync(r => r.CaseId == work.Case.Id && r.Id != decided.Id && r.ReviewerId == decided.ReviewerId && r.Approved == null);

    private static async Task<DisclosureRequest> FindAsync(CaseWork work, Guid requestId) =>
        await work.Db.Set<DisclosureRequest>().FirstOrDefaultAsync(r => r.Id == requestId && r.CaseId == work.Case.Id)
        ?? throw new RefusedException(CaseRefusals.DisclosureUnknown);

    private async Task RequireAsync(CaseHandle handle, DisclosureOrder order)
    {
        if (
            await organisations.FindAsync(order.OrganisationId) is not { } to
            || to.Id == handle.Case.RegionId
            || LegalGrounds.For(to.Kind).Count == 0
        )
        {
            throw new RefusedException(CaseRefusals.DisclosureRecipient, "OrganisationId");
        }

        if (!LegalGrounds.For(to.Kind).Contains(order.Ground))
        {
            throw new RefusedException(CaseRefusals.DisclosureGroundMissing, "Ground");
        }

        if (order.Compartments == Compartment.None || !handle.MayOpen(order.Compartments))
        {
            throw new RefusedException(CaseRefusals.CompartmentNotYours, "Chosen");
        }

        if (order.Reason.Length < ShortestReason)
        {
            throw new RefusedException(CaseRefusals.GlassReasonShort, "Reason");
        }
    }
}
