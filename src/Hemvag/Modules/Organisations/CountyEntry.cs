using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>A Swedish county (län). <paramref name="Code"/> has two digits, e.g. <c>01</c>.</summary>
internal sealed record CountyEntry(string Code, Bilingual Name, IReadOnlyList<string> Source);
