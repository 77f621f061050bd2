namespace Hemvag.Modules.Programmes.Definition;

/// <summary>What a kind of recipient may be handed, and nothing else.</summary>
internal sealed record PackageTemplate(PackageRecipient Kind, IReadOnlyList<PackageField> Fields, IReadOnlyList<string> Source);
