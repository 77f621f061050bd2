using Hemvag.Auditing;

namespace Hemvag.Modules.Travel.Will;

internal sealed record WillAsked(Guid AnswerId, DateOnly AskedOn, WillWord Word, AskedHow How, string Language) : IEvent;
