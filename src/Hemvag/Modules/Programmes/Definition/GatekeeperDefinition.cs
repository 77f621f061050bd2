namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Who decides whether a person can take part.</summary>
/// <param name="Organisation">Code of the one organisation that decides for the whole country (S3.11, S0.11); null where each region decides.</param>
internal sealed record GatekeeperDefinition(Role Role, Bilingual Text, IReadOnlyList<string> Source, string? Organisation = null);
