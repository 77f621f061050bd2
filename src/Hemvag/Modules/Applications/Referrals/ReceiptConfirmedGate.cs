using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>IOM Finland has confirmed receipt in writing (S4.16).</summary>
internal sealed class ReceiptConfirmedGate : IGate
{
    public GateKind Kind => GateKind.ReceiptConfirmed;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var receivedOn = await context
            .Db.Set<Referral>()
            .AsNoTracking()
            .Where(r => r.CaseId == context.Case.Id)
            .Select(r => r.ReceivedOn)
            .FirstOrDefaultAsync();
        return receivedOn is { } day ? Of(true, "GateDetail.ReceiptConfirmed.Met", Dates.Day(day)) : Of(false, "GateDetail.ReceiptConfirmed.Open");
    }

    private GateState Of(bool met, string detail, params object[] args) =>
        new(Kind, met, detail, typeof(ApplicationsTexts), CaseLinks.Referral, args);
}
