using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>What the gate looks at of one child.</summary>
/// <param name="TooYoungUntil">As <see cref="AccompanyingChild.TooYoungUntil"/>.</param>
internal sealed record ChildStands(int Ordinal, CustodyGround? Custody, ChildView View, DateOnly? TooYoungUntil, bool IsGrown);

/// <summary>For every child who travels along it is settled who decides, and the child has been heard and has not said no.</summary>
internal sealed class ChildrenConsentedGate() : Gate<List<ChildStands>>(GateKind.ChildrenConsented)
{
    protected override Expression<Func<Case, List<ChildStands>>> Looks(GateContext context) =>
        c =>
            context
                .Db.Set<AccompanyingChild>()
                .Where(a => a.CaseId == c.Id && a.TravelsAlong)
                .OrderBy(a => a.Ordinal)
                .Select(a => new ChildStands(a.Ordinal, a.Custody, a.View, a.TooYoungUntil, a.GrownSince != null))
                .ToList();

    protected override GateState State(GateContext context, List<ChildStands> seen)
    {
        if (seen.Count == 0)
        {
            return Of(true, "GateDetail.ChildrenConsented.None") with { Concerns = false };
        }

        if (seen.FirstOrDefault(s => s.View == ChildView.No) is { } no)
        {
            return Of(false, "GateDetail.ChildrenConsented.No", no.Ordinal) with { SaidNo = true };
        }

        return
            seen.FirstOrDefault(s => (s.Custody is null && !s.IsGrown) || !AccompanyingChild.Carries(s.View, s.TooYoungUntil, context.Today))
                is { } missing
            ? Of(false, "GateDetail.ChildrenConsented.Open", missing.Ordinal)
            : Of(true, "GateDetail.ChildrenConsented.Met", seen.Count);
    }

    private static GateState Of(bool met, string detail, params object[] args) =>
        new(GateKind.ChildrenConsented, met, detail, typeof(ChildrenTexts), CaseLinks.Children, args);
}
