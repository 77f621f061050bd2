using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Entitlements;

/// <summary>Opens the lines of the programme version for the adult, once, when the person has been met at home.</summary>
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
                    var (entitlement, entry) = Entitlement.OpenForAdult(work.Case.Id, set, line, Acts.Of(work));
                    work.Db.Add(entitlement);
                    work.Db.Add(entry);
                    work.Record(new EntitlementOpened(entitlement.Id, entitlement.BeneficiaryId, line.Category, line.CeilingMinor, set.Currency));
                }

                await work.AddParticipantAsync(IomFinland.Id, null, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
                await work.DoneAsync(WorkItemKind.OpenEntitlements);
            }
        );
}
