using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>
/// Money for a child who has no support any more, or stays in Sweden: what is paid is paid, nothing more is asked for, approved or paid, and
/// what waits is put before IOM Finland.
/// </summary>
internal static class ChildMoney
{
    /// <exception cref="RefusedException">ChildNotEntitled.</exception>
    public static async Task RequireEntitledAsync(CaseWork work, Entitlement entitlement)
    {
        if (entitlement.IsOfChild && !(await ChildRows.FindAsync(work, entitlement.BeneficiaryId)).IsEntitled)
        {
            throw new RefusedException(MoneyRefusals.ChildNotEntitled);
        }
    }

    /// <summary>Asks for what is not paid to be cancelled, until nothing of it waits or the child has support again.</summary>
    public static async Task FollowAsync(CaseWork work)
    {
        var ofChildren = await work.Db.Set<Payment>().Where(p => p.CaseId == work.Case.Id && p.ChildOrdinal != null).ToListAsync();
        // What this very operation has changed is not in the database yet.
        var waiting = ofChildren.Where(p => p.State is PaymentState.Requested or PaymentState.SentBack or PaymentState.Approved).ToList();
        var without = waiting.Count == 0 ? [] : (await ChildRows.AllAsync(work)).Where(c => !c.IsEntitled).Select(c => (int?)c.Ordinal).ToList();
        if (!waiting.Any(p => without.Contains(p.ChildOrdinal)))
        {
            await work.DoneAsync(WorkItemKind.ChildMoneyStands);
            return;
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ChildMoneyStands,
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
