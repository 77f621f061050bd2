using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Guardians;

/// <summary>Keeps who stands for a child, and who of them is suspected and so kept out (OSL 12:3).</summary>
internal sealed class GuardianKeeping(CaseOperations operations)
{
    /// <param name="childId">The accompanying child they stand for; null for the person who returns, or for every child.</param>
    /// <exception cref="RefusedException">GuardianUnknown when the case has no such child; CaseClosed.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, GuardianKind kind, Guid? childId, bool suspected, GuardianPayload details) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddGuardian",
            OperationNature.Fact,
            async work =>
            {
                if (childId is { } id && (await ChildRows.AllAsync(work)).All(c => c.Id != id))
                {
                    throw new RefusedException(ChildrenRefusals.GuardianUnknown, "Add.ChildId");
                }

                var guardian = new Guardian
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Number = 1 + (await GuardianRules.AllAsync(work)).Count,
                    Kind = kind,
                    ChildId = childId,
                    AddedAt = work.Now,
                    AddedBy = handle.Account.Id,
                };
                work.Db.Add(guardian);
                var record = await work.SealAsync(Compartment.Protection, guardian.Subject, details, 0);
                work.Record(new GuardianAdded(guardian.Id, guardian.Number, kind, childId, record.Id));
                if (suspected)
                {
                    await SetAsync(work, guardian, true);
                }
                else if (kind != GuardianKind.Parent)
                {
                    // One more who decides has not said yes.
                    await CustodyAsksAgainAsync(work, guardian);
                }
            }
        );

    /// <param name="shownVersion">The version the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged, CaseClosed.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, Guid guardianId, GuardianPayload details, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditGuardian",
            OperationNature.Fact,
            async work =>
            {
                var guardian = await FindAsync(work, guardianId);
                var record = await work.SealAsync(Compartment.Protection, guardian.Subject, details, shownVersion);
                work.Record(new GuardianRecorded(guardian.Id, record.Id, record.Version));
            }
        );

    /// <summary>Marks that someone is suspected, or no longer: what rested on them falls away and is asked for anew.</summary>
    /// <exception cref="RefusedException">SectionChanged when it stands so already; CaseClosed.</exception>
    public Task SuspectAsync(CaseHandle handle, Guid operationId, Guid guardianId, bool suspected) =>
        operations.RunAsync(
            handle,
            operationId,
            "SetGuardianSuspicion",
            OperationNature.Fact,
            async work =>
            {
                var guardian = await FindAsync(work, guardianId);
                if (guardian.IsSuspected == suspected)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                await SetAsync(work, guardian, suspected);
            }
        );

    private static async Task SetAsync(CaseWork work, Guardian guardian, bool suspected)
    {
        guardian.IsSuspected = suspected;
        work.Record(new GuardianSuspicionSet(guardian.Id, suspected));
        work.Case.ExcludesGuardian = (await GuardianRules.AllAsync(work)).Any(g => g.IsSuspected);
        if (suspected)
        {
            await CustodyAsksAgainAsync(work, guardian);
            await MinorRows.SignatureFallsAwayAsync(work, guardian);
        }
    }

    // What rests on the custodians does not hold once one of them is suspected, nor once there is another who decides.
    private static async Task CustodyAsksAgainAsync(CaseWork work, Guardian guardian)
    {
        var children = (await ChildRows.AllAsync(work)).Where(c => guardian.ChildId is null || guardian.ChildId == c.Id);
        foreach (var child in children.Where(c => CustodyRules.RestsOnCustodians(c.Custody)))
        {
            work.Record(child.FallAway(guardian.Id));
        }

        await ChildRows.AskForMissingAsync(work);
    }

    private static async Task<Guardian> FindAsync(CaseWork work, Guid guardianId) =>
        await work.Db.Set<Guardian>().FirstOrDefaultAsync(g => g.Id == guardianId && g.CaseId == work.Case.Id) ?? throw new NotThereException();
}
