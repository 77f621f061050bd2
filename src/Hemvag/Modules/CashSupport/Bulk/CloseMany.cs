using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>
/// Closes many decisions of which everything is paid and receipted. Each is looked up, checked and closed by itself, as on its own page:
/// where something is open that a person has to see first, that one is refused.
/// </summary>
internal sealed class CloseMany(HemvagDbContext db, CaseAccess access, IServiceScopeFactory scopes)
{
    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<ToMark>> WaitingAsync(CurrentAccount account)
    {
        var unsettled = db.Set<Payment>()
            .Where(p => p.State == PaymentState.Requested || p.State == PaymentState.Approved || p.State == PaymentState.Paid);
        return MarkedDecisions.ListAsync(
            db,
            access
                .Visible(account)
                .Where(c => c.Kind == ProgrammeKind.CashSupport && c.State == CaseState.Open && c.Next == MilestoneKind.Closed)
                .Where(c => !unsettled.Any(p => p.CaseId == c.Id))
        );
    }

    /// <param name="formId">Each closing's own id follows from it, so that the same form a second time does nothing twice.</param>
    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked: nothing is closed.</exception>
    public Task<IReadOnlyList<MarkedAnswer>> CloseAsync(CurrentAccount account, Guid formId, IReadOnlyList<Guid> marked) =>
        new EachMarked(
            scopes,
            account,
            CaseAction.Close,
            (services, handle) =>
                services
                    .GetRequiredService<StopService>()
                    .CloseAsync(handle, StableId.Of($"close-cash:{formId:N}:{handle.CaseId:N}"), ClosingGround.SupportPaid, seenOpen: false)
        ).RunAsync(marked);
}
