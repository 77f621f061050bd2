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
    /// <param name="paidBefore">What was paid on each line before the case was entered here, in minor units; null where nothing was.</param>
    /// <exception cref="RefusedException">
    /// AlreadyOpened, PaidBeforeNotHere, PaidBeforeAboveCeiling, PaidBeforeNoInstalments, GateOpen, MilestoneTooEarly, MilestoneNotYours, DateInFuture.
    /// </exception>
    public Task OpenAsync(CaseHandle handle, Guid operationId, DateOnly on, IReadOnlyDictionary<EntitlementCategory, long>? paidBefore = null) =>
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
                RequirePaidBefore(work, paidBefore);
                foreach (var line in set.Lines)
                {
                    var (entitlement, entry) = Entitlement.OpenForAdult(work.Case.Id, set, line, Acts.Of(work));
                    EntitlementLines.Add(work, (entitlement, entry));
                    if (paidBefore?.GetValueOrDefault(line.Category) is > 0 and var amount)
                    {
                        work.Db.Add(entitlement.BookPaidBefore(amount, Acts.Of(work)));
                        work.Record(new EntitlementPaidBefore(entitlement.Id, amount, set.Currency));
                    }
                }

                foreach (var child in (await ChildRows.AllAsync(work)).Where(c => c.IsEntitled))
                {
                    EntitlementLines.OpenForChild(work, child);
                }

                await work.AddAnyoneAsync(IomFinland.Id, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
                await work.DoneAsync(WorkItemKind.OpenEntitlements);
            }
        );

    /// <summary>Whether something can have been paid before the case was entered here: the person was at home by then.</summary>
    public static bool CanHavePaidBefore(Case @case) => @case.PastSet.Contains(MilestoneKind.MetOnArrival);

    private static void RequirePaidBefore(CaseWork work, IReadOnlyDictionary<EntitlementCategory, long>? paidBefore)
    {
        var lines = work.Programme.Entitlements.Lines;
        for (var index = 0; index < lines.Count; index++)
        {
            var amount = paidBefore?.GetValueOrDefault(lines[index].Category) ?? 0;
            Require(amount == 0 || CanHavePaidBefore(work.Case), ReintegrationRefusals.PaidBeforeNotHere, index);
            Require(amount >= 0 && amount <= lines[index].CeilingMinor, ReintegrationRefusals.PaidBeforeAboveCeiling, index);
            Require(amount % (lines[index].Instalments?.AmountMinor ?? 1) == 0, ReintegrationRefusals.PaidBeforeNoInstalments, index);
        }
    }

    private static void Require(bool holds, Refusal refusal, int line)
    {
        if (!holds)
        {
            throw new RefusedException(refusal, $"Input.PaidBefore[{line}].Amount");
        }
    }
}
