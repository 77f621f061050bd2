using Hemvag.Auditing;
using Hemvag.Sealing;

namespace Hemvag.Modules.Retention;

/// <summary>Someone put compartments on the list of what is to be erased.</summary>
internal sealed record ErasurePrepared(Guid ErasureId, string Category, Compartment Compartments) : IEvent;

/// <summary>A second person confirmed it; the time of grace runs.</summary>
internal sealed record ErasureConfirmed(Guid ErasureId, DateTime ErasesAt) : IEvent;

/// <summary>It was taken out of the list, and nothing was erased.</summary>
internal sealed record ErasureTakenOut(Guid ErasureId, TakenOut Why) : IEvent;

/// <summary>The key of a compartment was destroyed, with its match tokens.</summary>
internal sealed record KeyErased(Guid KeyId, Compartment Compartment) : IEvent;

/// <summary>An erasure was carried out.</summary>
internal sealed record ErasureDone(Guid ErasureId, DateOnly FinalOn) : IEvent;

/// <summary>Keys that the erasure list names were there again, and were destroyed again.</summary>
internal sealed record ErasureApplied(int Keys) : IEvent;
