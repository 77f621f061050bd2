using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Entitlements;

/// <summary>Opens the lines of the programme version for the adult, once, when the person has been met at home; and for each child with a yes.</summary>
internal sealed class EntitlementOpening(CaseOperations operations)
{
    /// <param name="on">The day it was decided.</param>
    /// <param name="paidBefore">What was paid on each line before the case was entered here, in minor units; null where nothing was.</param>
    /// <param name="ofChildren">The same for each child with a yes.</param>
    /// <exception cref="RefusedException">
    /// AlreadyOpened, PaidBeforeNotHere, PaidBeforeAboveCeiling, PaidBeforeNoInstalments, GateOpen, MilestoneTooEarly, MilestoneNotYours, DateInFuture.
    /// </exception>
    public Task OpenAsync(
        CaseHandle handle,
        Guid operationId,
        DateOnly on,
        IReadOnlyDictionary<EntitlementCategory, long>? paidBefore = null,
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<EntitlementCategory, long>>? ofChildren = null
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "OpenEntitlements",
            OperationNature.Act,
            async work =>
            {
                if (await work.Db.Set<Entitlement>().AnyAsync(e => e.CaseId == work.Case.Id))
                {
                    throw new RefusedException(MoneyRefusals.AlreadyOpened);
                }

                await work.ReachAsync(MilestoneKind.EntitlementsOpened, on);
                var set = work.Programme.Entitlements;
                RequirePaidBefore(work, set.Lines, paidBefore, "Input.PaidBefore[{0}].Amount", 0);
                foreach (var line in set.Lines)
                {
                    var (entitlement, entry) = Entitlement.OpenForAdult(work.Case.Id, set, line, Acts.Of(work));
                    EntitlementLines.Add(work, (entitlement, entry));
                    EntitlementLines.BookPaidBefore(work, entitlement, paidBefore);
                }

                var children = (await ChildRows.AllAsync(work)).Where(c => c.IsEntitled).ToList();
                for (var i = 0; i < children.Count; i++)
                {
                    var paid = ofChildren?.GetValueOrDefault(children[i].Id);
                    var lines = set.Lines.Select(line => EntitlementRules.OfChild(set, line)).ToList();
                    RequirePaidBefore(work, lines, paid, "Input.OfChildren[{0}].Amount", i * lines.Count);
                    EntitlementLines.OpenForChild(work, children[i], paid);
                }

                await work.AddAnyoneAsync(IomFinland.Id, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
                await work.DoneAsync(WorkItemKind.OpenEntitlements);
            }
        );

    /// <summary>Whether something can have been paid before the case was entered here: the person was at home by then.</summary>
    public static bool CanHavePaidBefore(Case @case) => @case.PastSet.Contains(MilestoneKind.MetOnArrival);

    private static void RequirePaidBefore(
        CaseWork work,
        IReadOnlyList<EntitlementDefinition> lines,
        IReadOnlyDictionary<EntitlementCategory, long>? paidBefore,
        string field,
        int first
    )
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var amount = paidBefore?.GetValueOrDefault(lines[index].Category) ?? 0;
            var at = string.Format(CultureInfo.InvariantCulture, field, first + index);
            Require(amount == 0 || CanHavePaidBefore(work.Case), MoneyRefusals.PaidBeforeNotHere, at);
            Require(amount >= 0 && amount <= lines[index].CeilingMinor, MoneyRefusals.PaidBeforeAboveCeiling, at);
            Require(amount % (lines[index].Instalments?.AmountMinor ?? 1) == 0, MoneyRefusals.PaidBeforeNoInstalments, at);
        }
    }

    private static void Require(bool holds, Refusal refusal, string field)
    {
        if (!holds)
        {
            throw new RefusedException(refusal, field);
        }
    }
}
