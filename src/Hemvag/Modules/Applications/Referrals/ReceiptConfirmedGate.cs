using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>IOM Finland has confirmed receipt in writing (S4.16).</summary>
internal sealed class ReceiptConfirmedGate() : Gate<DateOnly?>(GateKind.ReceiptConfirmed)
{
    protected override Expression<Func<Case, DateOnly?>> Looks(GateContext context) =>
        c => context.Db.Set<Referral>().Where(r => r.CaseId == c.Id).Select(r => r.ReceivedOn).FirstOrDefault();

    protected override GateState State(GateContext context, DateOnly? seen) =>
        seen is { } day ? Of(true, "GateDetail.ReceiptConfirmed.Met", Dates.Day(day))
        : context.HappenedBefore(MilestoneKind.ReceiptConfirmed) ? MetBefore(CaseLinks.Referral)
        : Of(false, "GateDetail.ReceiptConfirmed.Open");

    private GateState Of(bool met, string detail, params object[] args) =>
        new(Kind, met, detail, typeof(ApplicationsTexts), CaseLinks.Referral, args);
}
