namespace Hemvag.Modules.Versions;

/// <summary>Marks the texts of this module.</summary>
internal sealed class VersionsTexts;
