using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Applications.Support;

/// <summary>IOM Finland has answered, and where something is not available the person has chosen to go on with what is (S0.16, S1.31).</summary>
internal sealed class SupportAvailableGate() : Gate<SupportStanding?>(GateKind.SupportAvailable)
{
    protected override Expression<Func<Case, SupportStanding?>> Looks(GateContext context) =>
        c =>
            context
                .Db.Set<SupportReply>()
                .Where(r => r.CaseId == c.Id)
                .OrderByDescending(r => r.Round)
                .Select(r => new SupportStanding(
                    r.HasNo,
                    context.Db.Set<RenewedDecision>().Where(d => d.ReplyId == r.Id).Select(d => (bool?)d.GoesOn).FirstOrDefault()
                ))
                .FirstOrDefault();

    protected override GateState State(GateContext context, SupportStanding? seen) =>
        seen switch
        {
            null when context.HappenedBefore(MilestoneKind.SupportAnswered) => MetBefore(CaseLinks.Referral),
            null => Of(false, "GateDetail.SupportAvailable.Open"),
            { HasNo: false } => Of(true, "GateDetail.SupportAvailable.Met"),
            { GoesOn: true } => Of(true, "GateDetail.SupportAvailable.GoesOn"),
            { GoesOn: false } => Of(false, "GateDetail.SupportAvailable.DoesNotGoOn"),
            _ => Of(false, "GateDetail.SupportAvailable.DecideAnew"),
        };

    private GateState Of(bool met, string detail) => new(Kind, met, detail, typeof(ApplicationsTexts), CaseLinks.Referral);
}

/// <summary>The newest answer, and what the person decided on it.</summary>
/// <param name="GoesOn">Null while nothing is decided.</param>
internal sealed record SupportStanding(bool HasNo, bool? GoesOn);
