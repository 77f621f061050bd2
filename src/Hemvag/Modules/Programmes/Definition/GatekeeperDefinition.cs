namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Who decides whether a person can take part.</summary>
internal sealed record GatekeeperDefinition(Role Role, Bilingual Text, IReadOnlyList<string> Source);
