using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>On which grounds a case can be closed as it stands.</summary>
internal static class ClosingGrounds
{
    /// <param name="saidNo">The newest decision on taking part is a no.</param>
    public static IReadOnlyList<ClosingGround> For(Case @case, bool saidNo)
    {
        if (WhyNone(@case) is not null)
        {
            return [];
        }

        if (@case.SupportEndedAt is not null)
        {
            return [ClosingGround.SupportEndedByPerson];
        }

        if (@case.HeldAt is not null)
        {
            return [ClosingGround.StoppedByPerson];
        }

        if (@case.Kind == ProgrammeKind.CashSupport)
        {
            // A decision of which nothing is paid ends on its own page, which frees it for a later one.
            return [ClosingGround.SupportPaid];
        }

        return @case.Has(MilestoneKind.MetOnArrival) ? [ClosingGround.Completed, ClosingGround.ContactLost]
            : saidNo ? [ClosingGround.NotEligible, ClosingGround.ContactLost]
            : [ClosingGround.ContactLost];
    }

    /// <summary>Why the case cannot be closed on any ground; null when it can.</summary>
    public static Refusal? WhyNone(Case @case) =>
        // Whoever has left is looked for until they have been met: what happens then must find an open case. Only who has been
        // reached after a stop and does not travel on is no longer awaited anywhere.
        @case.IsUnderWay && (@case.HeldAt is null || @case.ReachedAfterStopAt is null)
            ? CaseRefusals.StillUnderWay
        // Nobody has looked at it yet: it is taken, or answered. What the person has stopped can end.
        : @case.HolderId is null && @case.HeldAt is null ? CaseRefusals.MatterNotTaken
        : @case.Kind == ProgrammeKind.CashSupport && !@case.Has(MilestoneKind.CashPaid) && @case.HeldAt is null ? CaseRefusals.CashNotPaid
        : null;
}
