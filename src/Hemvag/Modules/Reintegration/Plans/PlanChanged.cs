using Hemvag.Sealing;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>The plan as it stands now, for someone whose form was shown before it was changed.</summary>
/// <param name="Texts">The words of the items, where they are open.</param>
internal sealed record PlanChanged(PlanView View, IReadOnlyDictionary<Guid, Unsealed<PlanItemText>> Texts, string Currency);
