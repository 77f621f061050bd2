namespace Hemvag.Modules.Organisations;

/// <summary>One way to reach an organisation, with the seed facts that give it.</summary>
internal sealed record ContactEntry(ContactKind Kind, string Value, IReadOnlyList<string> Source);
