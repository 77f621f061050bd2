using Hemvag.Auditing;

namespace Hemvag.Modules.Matching;

/// <summary>Someone asked whether the person is in another case. What the tokens say is not told here.</summary>
internal sealed record AskedIfMet(Guid QuestionId, MetReason Reason, Guid ArbiterId) : IEvent;

/// <summary>The arbiter answered the one who asked.</summary>
internal sealed record MetQuestionAnswered(Guid QuestionId, MetAnswer Answer) : IEvent;

/// <summary>Another account answers such questions from now on.</summary>
internal sealed record ArbiterNamed(Guid AccountId) : IEvent;
