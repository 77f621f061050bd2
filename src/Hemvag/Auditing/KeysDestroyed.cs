using Hemvag.Sealing;

namespace Hemvag.Auditing;

/// <summary>The keys of a case or consultation were destroyed: what was sealed under them can be read by nobody any more.</summary>
/// <param name="OwnerId">Whose keys they were; the event stands in the owner's own stream.</param>
internal sealed record KeysDestroyed(Guid OwnerId, Compartment Compartments) : IEvent;
