using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>
/// The person is at home: entitlements can be opened. Whoever was so before the case was entered here, as soon as IOM Finland sees it.
/// </summary>
internal sealed class AskToOpenEntitlements : IReactTo<MilestoneReached>, IReactTo<ConsentGiven>
{
    public Task ReactAsync(MilestoneReached happened, CaseWork work) =>
        happened.Kind == MilestoneKind.MetOnArrival ? AskAsync(work) : Task.CompletedTask;

    public Task ReactAsync(ConsentGiven happened, CaseWork work) =>
        happened.Purpose == ConsentPurpose.ExchangeWithIom && EntitlementOpening.CanHavePaidBefore(work.Case) ? AskAsync(work) : Task.CompletedTask;

    private static async Task AskAsync(CaseWork work)
    {
        if (!new MilestoneTable(work.Programme).Has(MilestoneKind.EntitlementsOpened) || work.Reached.Contains(MilestoneKind.EntitlementsOpened))
        {
            return;
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.OpenEntitlements,
                Urgency.Money,
                Role.IomCaseworker,
                IomFinland.Id,
                AccountId: null,
                CaseLinks.Money,
                LocalDates.NextWorkingDay(work.Today)
            )
        );
    }
}

/// <summary>The day the person was met is corrected: instalments that wait to be paid are due by the right day.</summary>
internal sealed class InstalmentsFollowArrival : IReactTo<MilestoneDateCorrected>
{
    public async Task ReactAsync(MilestoneDateCorrected happened, CaseWork work)
    {
        if (happened.Kind != MilestoneKind.MetOnArrival)
        {
            return;
        }

        var waiting = await work
            .Db.Set<Payment>()
            .Where(p => p.CaseId == work.Case.Id && p.State == PaymentState.Approved && p.Month != null)
            .ToListAsync();
        foreach (var payment in waiting)
        {
            await PaymentWork.MoveInstalmentAsync(work, payment, happened.After);
        }
    }
}

/// <summary>A stop holds what is not paid; whoever approved it, or would, is asked by name.</summary>
internal sealed class HoldPaymentsOnStop : IReactTo<CaseStopped>, IReactTo<CaseResumed>
{
    public async Task ReactAsync(CaseStopped happened, CaseWork work)
    {
        var unpaid = await Unpaid.Of(work).OrderByDescending(p => p.ApprovedAt).ToListAsync();
        if (unpaid.Count > 0)
        {
            var role = PaymentParts.AnswersFor(work.Case.Kind);
            var one = await NamedPerson.AtAsync(work, IomFinland.Id, role, unpaid.Select(p => p.ApprovedBy).OfType<Guid>());
            await work.AskAsync(new WorkAsked(WorkItemKind.HoldPayments, Urgency.Safety, role, IomFinland.Id, one, PageOf(work), work.Today));
        }
    }

    public Task ReactAsync(CaseResumed happened, CaseWork work) => work.DoneAsync(WorkItemKind.HoldPayments);

    private static string PageOf(CaseWork work) => work.Case.Kind == ProgrammeKind.CashSupport ? CaseLinks.Cash : CaseLinks.Money;
}

/// <summary>
/// A consent without which nothing more is paid has been taken back, whole or in part: what is asked for or approved is held and put before
/// the holder, who sees the case in any event. Given again, it goes on.
/// </summary>
internal sealed class HoldPaymentsOnWithdrawal : IReactTo<ConsentWithdrawn>, IReactTo<ConsentReplaced>, IReactTo<ConsentGiven>
{
    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) => ReactAsync(work);

    public Task ReactAsync(ConsentReplaced happened, CaseWork work) => ReactAsync(work);

    public async Task ReactAsync(ConsentGiven happened, CaseWork work)
    {
        if (await AllSeeAsync(work))
        {
            await work.DoneAsync(WorkItemKind.UnpaidAfterWithdrawal);
        }
    }

    private static async Task ReactAsync(CaseWork work)
    {
        if (work.Case is { ClosedAt: null, HolderId: { } holder } && !await AllSeeAsync(work) && await Unpaid.Of(work).AnyAsync())
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.UnpaidAfterWithdrawal,
                    Urgency.Money,
                    Role.RegionalCoordinator,
                    work.Case.RegionId,
                    holder,
                    work.Case.Kind == ProgrammeKind.CashSupport ? CaseLinks.Cash : CaseLinks.Money,
                    work.Today
                )
            );
        }
    }

    // Who approves, and who pays.
    private static async Task<bool> AllSeeAsync(CaseWork work) =>
        await work.Seers.SeesAsync(IomFinland.Id, PaymentParts.AnswersFor(work.Case.Kind))
        && (work.Case.LocalOfficeId is not { } office || await work.Seers.SeesAsync(office, Role.LocalOfficeWorker));
}

/// <summary>Support ended at the person's wish: nothing is reclaimed, and what was not paid is free again.</summary>
internal sealed class CancelUnpaidWhenSupportEnds : IReactTo<SupportEnded>
{
    public async Task ReactAsync(SupportEnded happened, CaseWork work)
    {
        foreach (var (payment, entitlement) in await PaymentRows.ReadAsync(work, Unpaid.Of(work)))
        {
            PaymentRows.Add(work, payment.Cancel(entitlement, Acts.Of(work)));
            await PaymentWork.NothingWaitsAsync(work, payment);
        }
    }
}

/// <summary>Payments of a case that are asked for or approved and not paid.</summary>
internal static class Unpaid
{
    public static IQueryable<Payment> Of(CaseWork work) =>
        work
            .Db.Set<Payment>()
            .Where(p => p.CaseId == work.Case.Id)
            .Where(p => p.State == PaymentState.Requested || p.State == PaymentState.SentBack || p.State == PaymentState.Approved);

    /// <summary>Whether there is one, as this operation leaves them.</summary>
    public static async Task<bool> AnyAsync(CaseWork work) =>
        // What this very operation has changed is not in the database yet.
        (await Of(work).ToListAsync()).Any(p => p.State is PaymentState.Requested or PaymentState.SentBack or PaymentState.Approved);
}
