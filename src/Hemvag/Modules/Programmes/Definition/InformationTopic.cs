namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Something the person must have been told before deciding (S1.33, S1.16).</summary>
internal sealed record InformationTopic(string Id, Bilingual Title, Bilingual Text, IReadOnlyList<string> Source);
