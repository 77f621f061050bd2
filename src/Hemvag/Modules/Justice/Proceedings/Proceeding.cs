using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>One legal proceeding that concerns the person. Which court, under which number and with whose help is sealed under Justice.</summary>
internal sealed class Proceeding : ICaseRow
{
    public const string SubjectPrefix = "proceeding.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the case: how people speak of it.</summary>
    public required int Number { get; init; }

    public required ProceedingSide Side { get; init; }

    public required ProceedingStage Stage { get; set; }

    /// <summary>Since when it stands there.</summary>
    public required DateOnly StageOn { get; set; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    public string Subject => $"{SubjectPrefix}{Id:N}";

    /// <summary>What happened can always be recorded: a proceeding can also go back a stage, and begin again after its end.</summary>
    public ProceedingStageSet SetStage(ProceedingStage stage, DateOnly on)
    {
        var before = Stage;
        (Stage, StageOn) = (stage, on);
        return new ProceedingStageSet(Id, before, stage, on);
    }
}

/// <summary>A day in a proceeding, such as a hearing. The day is sealed; the day of the reminder is in clear.</summary>
internal sealed class ProceedingDay : ICaseRow
{
    public const string SubjectPrefix = "proceeding-day.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ProceedingId { get; init; }

    public required DateOnly RemindOn { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>UTC. Somebody has seen to it.</summary>
    public DateTime? SettledAt { get; set; }

    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id:N}";
}
