using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>On which grounds a case can be closed as it stands.</summary>
internal static class ClosingGrounds
{
    public static IReadOnlyList<ClosingGround> For(Case @case)
    {
        if (@case.SupportEndedAt is not null)
        {
            return [ClosingGround.SupportEndedByPerson];
        }

        if (@case.HeldAt is not null)
        {
            return [ClosingGround.StoppedByPerson];
        }

        if (@case.IsUnderWay)
        {
            // Whoever has left is looked for until they have been met: what happens then must find an open case.
            return [];
        }

        return @case.Has(MilestoneKind.MetOnArrival) ? [ClosingGround.Completed, ClosingGround.ContactLost]
            : @case.Has(MilestoneKind.Referred) ? [ClosingGround.ContactLost]
            : [ClosingGround.NotEligible, ClosingGround.ContactLost];
    }
}
