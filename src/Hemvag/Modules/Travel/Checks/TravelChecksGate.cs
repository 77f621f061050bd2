using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Papers;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>What the gate looks at.</summary>
internal sealed record ChecksAndPapers(int Settled, bool HasExpired, bool IsMissing, bool HasEmergencyDocument);

/// <summary>
/// Before the journey: every check is done or not needed, and no document has expired or is missing without an emergency document in its place. What nobody
/// has looked at may turn out to be needed.
/// </summary>
internal sealed class TravelChecksGate() : Gate<ChecksAndPapers>(GateKind.TravelChecksDone)
{
    private static readonly int All = Enum.GetValues<TravelCheckKind>().Length;

    protected override Expression<Func<Case, ChecksAndPapers>> Looks(GateContext context) =>
        c => new ChecksAndPapers(
            context.Db.Set<TravelCheck>().Count(k => k.CaseId == c.Id && k.Settled),
            context.Db.Set<TravelPaper>().Any(p => p.CaseId == c.Id && p.State == PaperState.Expired),
            context.Db.Set<TravelPaper>().Any(p => p.CaseId == c.Id && p.State == PaperState.Missing),
            context.Db.Set<TravelPaper>().Any(p => p.CaseId == c.Id && p.Kind == PaperKind.EmergencyDocument && p.State == PaperState.Has)
        );

    protected override GateState State(GateContext context, ChecksAndPapers seen) =>
        seen is { HasExpired: true, HasEmergencyDocument: false }
            ? new GateState(Kind, false, "GateDetail.TravelChecksDone.Expired", typeof(TravelTexts), PaperKeeping.Page)
        : seen is { IsMissing: true, HasEmergencyDocument: false }
            ? new GateState(Kind, false, "GateDetail.TravelChecksDone.Missing", typeof(TravelTexts), PaperKeeping.Page)
        : seen.Settled == All ? new GateState(Kind, true, "GateDetail.TravelChecksDone.Met", typeof(TravelTexts), TravelChecking.Page, All)
        : new GateState(Kind, false, "GateDetail.TravelChecksDone.Open", typeof(TravelTexts), TravelChecking.Page, All - seen.Settled, All);
}
