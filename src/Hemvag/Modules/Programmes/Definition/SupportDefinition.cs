namespace Hemvag.Modules.Programmes.Definition;

/// <summary>One of the nine kinds of support the programme can offer.</summary>
/// <param name="Purposes">What it may be used for, where the seed lists that (S1.29); else empty.</param>
internal sealed record SupportDefinition(SupportKind Kind, Bilingual Text, IReadOnlyList<SupportPurpose> Purposes, IReadOnlyList<string> Source);
