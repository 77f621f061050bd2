using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>A milestone a case has reached.</summary>
internal sealed class CaseMilestone : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required MilestoneKind Kind { get; init; }

    /// <summary>The day it happened, in the zone of the office that says so.</summary>
    public required DateOnly OccurredOn { get; set; }

    public required DateTime RecordedAt { get; init; }

    public required Guid? RecordedBy { get; init; }

    /// <summary>Gates that were open when a fact was recorded, comma separated; empty for an act.</summary>
    public required string OpenGates { get; init; }

    /// <summary>The day was wrong. The one before stays in the event.</summary>
    public MilestoneDateCorrected Correct(DateOnly day, CorrectionReason reason)
    {
        var before = OccurredOn;
        OccurredOn = day;
        return new MilestoneDateCorrected(Kind, before, day, reason);
    }
}
