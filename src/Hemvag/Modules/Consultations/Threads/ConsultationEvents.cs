using Hemvag.Auditing;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>A question was asked in a thread without a case.</summary>
internal sealed record ConsultationAsked(string Number, Guid AskedFrom, Guid RecipientId) : IEvent;

/// <summary>Words of one side, sealed under the thread's own keys.</summary>
/// <param name="LooksPersonal">Places that were noticed as perhaps personal and sent all the same.</param>
/// <param name="Kept">Why they were sent; null where nothing was noticed.</param>
internal sealed record ConsultationTurnWritten(int Turn, ConsultationSide Side, Guid RecordId, int LooksPersonal, KeptReason? Kept) : IEvent;

/// <summary>A colleague at the recipient answers for it; nobody else there can read it.</summary>
internal sealed record ConsultationTaken(Guid AccountId) : IEvent;

/// <summary>It lies at the desk again.</summary>
internal sealed record ConsultationGivenBack(Guid AccountId) : IEvent;

/// <summary>A colleague of an asker who has left asks on.</summary>
internal sealed record ConsultationTakenOver(Guid AccountId) : IEvent;

/// <summary>It has ended.</summary>
/// <param name="AccountId">Null when the day had passed that the asker was told of.</param>
/// <param name="KeptUntil">The last day the asker can read it; null where it is erased in the same save.</param>
internal sealed record ConsultationEnded(Guid? AccountId, DateOnly? KeptUntil) : IEvent;

/// <summary>The erasure waits: the asker has left and no colleague has taken over.</summary>
internal sealed record ConsultationErasurePutOff(DateOnly Until) : IEvent;

/// <summary>What the thread held is sealed in the case, by the person's consent to exchange with IOM; its own keys are gone.</summary>
internal sealed record ConsultationJoined(Guid ConsultationId, Guid CaseId) : IEvent;
