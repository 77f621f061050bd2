using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Support;

/// <summary>IOM Finland has answered, and where something is not available the person has chosen to go on with what is (S0.16, S1.31).</summary>
internal sealed class SupportAvailableGate : IGate
{
    public GateKind Kind => GateKind.SupportAvailable;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        if (await SupportService.NewestAsync(context.Db, context.Case.Id) is not { } reply)
        {
            return Of(false, "GateDetail.SupportAvailable.Open");
        }

        if (!reply.HasNo)
        {
            return Of(true, "GateDetail.SupportAvailable.Met");
        }

        var goesOn = await context
            .Db.Set<RenewedDecision>()
            .AsNoTracking()
            .Where(d => d.ReplyId == reply.Id)
            .Select(d => (bool?)d.GoesOn)
            .FirstOrDefaultAsync();
        return goesOn switch
        {
            true => Of(true, "GateDetail.SupportAvailable.GoesOn"),
            false => Of(false, "GateDetail.SupportAvailable.DoesNotGoOn"),
            null => Of(false, "GateDetail.SupportAvailable.DecideAnew"),
        };
    }

    private GateState Of(bool met, string detail) => new(Kind, met, detail, typeof(ApplicationsTexts), CaseLinks.Referral);
}
