using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Entitlements;

/// <summary>Opens the lines of the programme version for the adult, once, when the person has been met at home; and for each child with a yes.</summary>
internal sealed class EntitlementOpening(CaseOperations operations)
{
    /// <param name="on">The day it was decided.</param>
    /// <exception cref="RefusedException">AlreadyOpened, GateOpen, MilestoneTooEarly, MilestoneNotYours, DateInFuture.</exception>
    public Task OpenAsync(CaseHandle handle, Guid operationId, DateOnly on) =>
        operations.RunAsync(
            handle,
            operationId,
            "OpenEntitlements",
            OperationNature.Act,
            async work =>
            {
                if (await work.Db.Set<Entitlement>().AnyAsync(e => e.CaseId == work.Case.Id))
                {
                    throw new RefusedException(ReintegrationRefusals.AlreadyOpened);
                }

                await work.ReachAsync(MilestoneKind.EntitlementsOpened, on);
                var set = work.Programme.Entitlements;
                foreach (var line in set.Lines)
                {
                    EntitlementLines.Add(work, Entitlement.OpenForAdult(work.Case.Id, set, line, Acts.Of(work)));
                }

                foreach (var child in (await ChildRows.AllAsync(work)).Where(c => c.IsEntitled))
                {
                    EntitlementLines.OpenForChild(work, child);
                }

                await work.AddParticipantAsync(IomFinland.Id, null, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
                await work.DoneAsync(WorkItemKind.OpenEntitlements);
            }
        );
}
