using Hemvag.Auditing;

namespace Hemvag.Modules.Justice.Proceedings;

internal sealed record JusticeThreadOpened : IEvent;

/// <param name="StillOpen">Proceedings that had not ended then.</param>
internal sealed record JusticeThreadEnded(int StillOpen) : IEvent;

internal sealed record ProceedingOpened(Guid ProceedingId, ProceedingSide Side, ProceedingStage Stage, DateOnly StageOn, Guid RecordId) : IEvent;

internal sealed record ProceedingStageSet(Guid ProceedingId, ProceedingStage Before, ProceedingStage After, DateOnly StageOn) : IEvent;

internal sealed record ProceedingWritten(Guid ProceedingId, Guid RecordId) : IEvent;

internal sealed record ProceedingDayAdded(Guid ProceedingId, Guid DayId, DateOnly RemindOn, Guid RecordId) : IEvent;

internal sealed record ProceedingDaySettled(Guid ProceedingId, Guid DayId) : IEvent;
