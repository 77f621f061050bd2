using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Children.Minors;

/// <summary>What the gates look at of a child who returns alone.</summary>
/// <param name="WithSomeone">As <see cref="UnaccompaniedMinor.IsWithSomeone"/>.</param>
internal sealed record MinorStands(bool Signed, bool ReceiverNamed, bool WithSomeone);

/// <summary>Gates that stand for a child who returns alone, and concern nobody else.</summary>
internal abstract class MinorGate(GateKind kind) : Gate<MinorStands?>(kind)
{
    protected override Expression<Func<Case, MinorStands?>> Looks(GateContext context) =>
        c =>
            context
                .Db.Set<UnaccompaniedMinor>()
                .Where(m => m.CaseId == c.Id && m.AdultSince == null)
                .Select(m => new MinorStands(m.GuardianSignedOn != null, m.ReceiverNamed, m.TakenOverOn != null || m.BackOn != null))
                .FirstOrDefault();

    protected override GateState State(GateContext context, MinorStands? seen) =>
        seen is null ? Of(true, "GateDetail.Minor.Adult") with { Concerns = false }
        : IsMet(context, seen) ? Of(true, $"GateDetail.{Kind}.Met")
        : Of(false, $"GateDetail.{Kind}.Open");

    protected abstract bool IsMet(GateContext context, MinorStands minor);

    private GateState Of(bool met, string detail) => new(Kind, met, detail, typeof(ChildrenTexts), CaseLinks.Minor);
}

/// <summary>The guardian has signed the application.</summary>
internal sealed class GuardianSignedGate() : MinorGate(GateKind.GuardianSigned)
{
    protected override bool IsMet(GateContext context, MinorStands minor) => minor.Signed;
}

/// <summary>It is named which authority at home receives the child.</summary>
internal sealed class ReceivingAuthorityNamedGate() : MinorGate(GateKind.ReceivingAuthorityNamed)
{
    protected override bool IsMet(GateContext context, MinorStands minor) => minor.ReceiverNamed;
}

/// <summary>The authority at home has taken over, or the child is back; a child who has not travelled is still with the social services.</summary>
internal sealed class TakingOverConfirmedGate() : MinorGate(GateKind.TakingOverConfirmed)
{
    protected override bool IsMet(GateContext context, MinorStands minor) =>
        minor.WithSomeone || !(context.Reached.Contains(MilestoneKind.Departed) || context.Reached.Contains(MilestoneKind.MetOnArrival));
}

/// <summary>One decision as the gate reads it.</summary>
internal sealed record SideDecision(DecisionSide Side, bool InBestInterests, DateOnly DecidedOn, DateTime RecordedAt, Guid Id);

/// <param name="IsMinor">The rules for children hold.</param>
internal sealed record BestInterestsStand(bool IsMinor, List<SideDecision> Decisions);

/// <summary>Authorities of both countries hold that the child returns in its best interests; the last decided of each counts.</summary>
internal sealed class BestInterestsDecidedGate() : Gate<BestInterestsStand>(GateKind.BestInterestsDecided)
{
    protected override Expression<Func<Case, BestInterestsStand>> Looks(GateContext context) =>
        c => new BestInterestsStand(
            context.Db.Set<UnaccompaniedMinor>().Any(m => m.CaseId == c.Id && m.AdultSince == null),
            context
                .Db.Set<BestInterestsDecision>()
                .Where(d => d.CaseId == c.Id)
                .Select(d => new SideDecision(d.Side, d.InBestInterests, d.DecidedOn, d.RecordedAt, d.Id))
                .ToList()
        );

    protected override GateState State(GateContext context, BestInterestsStand seen)
    {
        if (!seen.IsMinor)
        {
            return Of(true, "GateDetail.Minor.Adult") with { Concerns = false };
        }

        var latest = seen
            .Decisions.GroupBy(d => d.Side)
            .Select(g => g.OrderBy(d => d.DecidedOn).ThenBy(d => d.RecordedAt).ThenBy(d => d.Id).Last())
            .ToList();
        return latest.Any(d => !d.InBestInterests) ? Of(false, "GateDetail.BestInterestsDecided.No") with { SaidNo = true }
            : latest.Count == Enum.GetValues<DecisionSide>().Length ? Of(true, "GateDetail.BestInterestsDecided.Met")
            : Of(false, "GateDetail.BestInterestsDecided.Open");
    }

    private static GateState Of(bool met, string detail) => new(GateKind.BestInterestsDecided, met, detail, typeof(ChildrenTexts), CaseLinks.Minor);
}
