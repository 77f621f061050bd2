namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A step of likelihood or consequence; <paramref name="Weight"/> counts from 1, higher is worse.</summary>
internal sealed record RiskScaleStep(string Id, int Weight, Bilingual Label);
