using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>Confirms receipt of many decisions at once, each as on its own page.</summary>
internal sealed class ConfirmMany(HemvagDbContext db, CaseAccess access, IServiceScopeFactory scopes)
{
    /// <summary>The oldest first. One that somebody has put off is confirmed on its own page, and fills no place here.</summary>
    public Task<IReadOnlyList<ToMark>> WaitingAsync(CurrentAccount account)
    {
        var putOff = db.Set<CashDecision>().Where(d => d.WaitsFor != null);
        return MarkedDecisions.ListAsync(
            db,
            access
                .Visible(account)
                .Where(c => c.Kind == ProgrammeKind.CashSupport && c.State == CaseState.Open && c.Next == MilestoneKind.ReceiptConfirmed)
                .Where(c => !putOff.Any(d => d.CaseId == c.Id))
        );
    }

    /// <param name="formId">Each confirmation's own id follows from it, so that the same form a second time does nothing twice.</param>
    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked: nothing is confirmed.</exception>
    public Task<IReadOnlyList<MarkedAnswer>> ConfirmAsync(CurrentAccount account, Guid formId, IReadOnlyList<Guid> marked) =>
        new EachMarked(
            scopes,
            account,
            CaseAction.ConfirmCash,
            (services, handle) =>
                services.GetRequiredService<ReceiptConfirming>().ConfirmAsync(handle, StableId.Of($"confirm-cash:{formId:N}:{handle.CaseId:N}"))
        ).RunAsync(marked);
}
