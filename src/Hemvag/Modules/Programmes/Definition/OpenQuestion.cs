namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Where the seeds are silent or at odds: the answer is asked for, not assumed.</summary>
/// <param name="Purposes">Purposes of support that have no line of their own because of it; else empty.</param>
internal sealed record OpenQuestion(string Id, Bilingual Text, IReadOnlyList<SupportPurpose> Purposes, IReadOnlyList<string> Source);
