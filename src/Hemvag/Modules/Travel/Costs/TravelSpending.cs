using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>A cost as the caseworker asks for it.</summary>
/// <param name="SubjectId">The leg or document it is for; null for none in particular.</param>
internal sealed record TravelCostWanted(TravelCostKind Kind, Guid? SubjectId, Amount Estimate);

/// <summary>Costs of the journey: estimated, approved in advance by IOM Finland, invoiced, paid back.</summary>
internal sealed class TravelSpending(CaseOperations operations, CaseFiles files)
{
    public const string Page = CaseLinks.Money + "/travel-costs";

    public static string PageOf(Guid costId) => $"{Page}/{costId:D}";

    /// <exception cref="RefusedException">CostNotPositive, CostCurrencyUnknown, CostSubjectWrong, CaseHeld.</exception>
    public Task RequestAsync(CaseHandle handle, Guid operationId, TravelCostWanted wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "RequestTravelCost",
            NatureIn(handle),
            async work =>
            {
                Check(wanted.Estimate.Minor, "Input.Estimate");
                if (!Currencies.IsKnown(wanted.Estimate.Currency))
                {
                    throw new RefusedException(TravelRefusals.CostCurrencyUnknown, "Input.Currency");
                }

                await RequireSubjectAsync(work, wanted);
                var cost = new TravelCost
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Kind = wanted.Kind,
                    SubjectId = wanted.SubjectId,
                    Currency = wanted.Estimate.Currency,
                    EstimateMinor = wanted.Estimate.Minor,
                    RequestedBy = handle.Account.Id,
                    RequestedAt = work.Now,
                };
                work.Db.Add(cost);
                work.Record(new TravelCostRequested(cost.Id, cost.Kind, cost.SubjectId, cost.EstimateMinor, cost.Currency));
                await AskApproverAsync(work, cost);
            }
        );

    /// <param name="shownMinor">The amount the approver has read.</param>
    /// <exception cref="RefusedException">CostNotWaiting, CostChanged, CostSamePerson, CaseHeld.</exception>
    public Task ApproveAsync(CaseHandle handle, Guid operationId, Guid costId, long shownMinor) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "ApproveTravelCost",
            NatureIn(handle),
            async (work, cost) =>
            {
                work.Record(cost.Approve(shownMinor, work.Now, handle.Account.Id));
                await work.DoneAsync(WorkItemKind.ApproveTravelCost, cost.Id);
            }
        );

    /// <exception cref="RefusedException">CostNotWaiting, CostChanged, CostSpent, CaseClosed.</exception>
    public Task RefuseAsync(CaseHandle handle, Guid operationId, Guid costId, long shownMinor) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "RefuseTravelCost",
            OperationNature.Fact,
            async (work, cost) =>
            {
                work.Record(cost.Refuse(shownMinor));
                await work.DoneAsync(WorkItemKind.ApproveTravelCost, cost.Id);
                await work.AskAsync(Asked(WorkItemKind.TravelCostRefused, cost) with { Role = Role.IomCaseworker, AccountId = cost.RequestedBy });
            }
        );

    /// <summary>What it cost, with the invoice where there is one.</summary>
    /// <exception cref="RefusedException">CostOver, CostSamePerson, CostNotPositive, CaseClosed; those of <see cref="CaseFiles.AddAsync"/>.</exception>
    public Task InvoiceAsync(CaseHandle handle, Guid operationId, Guid costId, long actualMinor, UploadedFile? invoice) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "InvoiceTravelCost",
            OperationNature.Fact,
            async (work, cost) =>
            {
                Check(actualMinor, "Actual.Amount");
                var file = invoice is null
                    ? null
                    : await files.AddAsync(work, Compartment.Bank, TravelCost.SubjectOf(cost.Id), invoice, "Actual.File");
                work.Record(cost.Invoice(actualMinor, file?.Id, handle.Account.Id));
                if (cost.WaitsForApproval)
                {
                    await AskApproverAsync(work, cost);
                }
            }
        );

    /// <summary>What it cost was mistyped.</summary>
    /// <param name="shownMinor">What the form had shown.</param>
    /// <exception cref="RefusedException">CostNotSpent, CostChanged, CostSamePerson, RefundTooLarge, CostNotPositive, CaseClosed.</exception>
    public Task CorrectAsync(CaseHandle handle, Guid operationId, Guid costId, long shownMinor, long actualMinor) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "CorrectTravelCost",
            OperationNature.Fact,
            async (work, cost) =>
            {
                Check(actualMinor, "Corrected.Amount");
                work.Record(cost.Correct(shownMinor, actualMinor, handle.Account.Id));
                await (cost.WaitsForApproval ? AskApproverAsync(work, cost) : work.DoneAsync(WorkItemKind.ApproveTravelCost, cost.Id));
            }
        );

    /// <param name="shownMinor">What had come back before, as the form had shown it.</param>
    /// <exception cref="RefusedException">CostNotSpent, CostChanged, RefundTooLarge, CostNotPositive, CaseClosed.</exception>
    public Task RefundAsync(CaseHandle handle, Guid operationId, Guid costId, long shownMinor, long amountMinor) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "RefundTravelCost",
            OperationNature.Fact,
            (work, cost) =>
            {
                Check(amountMinor, "Refund.Amount");
                work.Record(cost.Refund(shownMinor, amountMinor));
                return Task.CompletedTask;
            }
        );

    /// <exception cref="RefusedException">CostOver, CaseClosed.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, Guid costId) =>
        ChangeAsync(
            handle,
            operationId,
            costId,
            "CancelTravelCost",
            OperationNature.Fact,
            async (work, cost) =>
            {
                work.Record(cost.Cancel());
                await work.DoneAsync(WorkItemKind.ApproveTravelCost, cost.Id);
                await work.DoneAsync(WorkItemKind.TravelCostRefused, cost.Id);
            }
        );

    private Task<bool> ChangeAsync(
        CaseHandle handle,
        Guid operationId,
        Guid costId,
        string kind,
        OperationNature nature,
        Func<CaseWork, TravelCost, Task> change
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            nature,
            async work => await change(work, await work.Db.Set<TravelCost>().FirstAsync(c => c.Id == costId && c.CaseId == work.Case.Id))
        );

    // Whoever is on the way must get home, whatever is held.
    private static OperationNature NatureIn(CaseHandle handle) => handle.Case.IsUnderWay ? OperationNature.Fact : OperationNature.Act;

    private static void Check(long amountMinor, string field)
    {
        if (amountMinor <= 0)
        {
            throw new RefusedException(TravelRefusals.CostNotPositive, field);
        }
    }

    // A document costs what is asked at an embassy; a ticket, an escort or assistance belongs to a leg.
    private static async Task RequireSubjectAsync(CaseWork work, TravelCostWanted wanted)
    {
        if (wanted.SubjectId is not { } subject)
        {
            return;
        }

        var there =
            wanted.Kind == TravelCostKind.Document
                ? await work.Db.Set<TravelPaper>().AnyAsync(p => p.Id == subject && p.CaseId == work.Case.Id)
                : await work.Db.Set<Leg>().AnyAsync(l => l.Id == subject && l.CaseId == work.Case.Id);
        if (!there)
        {
            throw new RefusedException(TravelRefusals.CostSubjectWrong, "Input.SubjectId");
        }
    }

    // The first cost may come before entitlements are opened: whoever approves must see the case.
    private static async Task AskApproverAsync(CaseWork work, TravelCost cost)
    {
        await work.AddAnyoneAsync(IomFinland.Id, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
        await work.AskAsync(Asked(WorkItemKind.ApproveTravelCost, cost) with { DueOn = LocalDates.NextWorkingDay(work.Today) });
    }

    private static WorkAsked Asked(WorkItemKind kind, TravelCost cost) =>
        new(kind, Urgency.Money, Role.IomApprover, IomFinland.Id, null, PageOf(cost.Id), null, cost.Id);
}
