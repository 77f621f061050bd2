using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>Before the journey: every check is done, or not needed. What nobody has looked at may turn out to be needed.</summary>
internal sealed class TravelChecksGate() : Gate<int>(GateKind.TravelChecksDone)
{
    private static readonly int All = Enum.GetValues<TravelCheckKind>().Length;

    protected override Expression<Func<Case, int>> Looks(GateContext context) =>
        c => context.Db.Set<TravelCheck>().Count(k => k.CaseId == c.Id && k.Settled);

    protected override GateState State(GateContext context, int seen) =>
        seen == All
            ? new GateState(Kind, true, "GateDetail.TravelChecksDone.Met", typeof(TravelTexts), TravelChecking.Page, All)
            : new GateState(Kind, false, "GateDetail.TravelChecksDone.Open", typeof(TravelTexts), TravelChecking.Page, All - seen, All);
}
