namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A signature under the application.</summary>
/// <param name="SignedBy">The role that signs in the system; null when the person who returns signs on paper.</param>
internal sealed record SignatureDefinition(string Id, Bilingual Text, IReadOnlyList<string> Source, Role? SignedBy = null);
