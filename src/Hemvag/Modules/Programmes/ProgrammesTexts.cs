namespace Hemvag.Modules.Programmes;

/// <summary>Marks the texts of this module: words for roles, milestones, gates, compartments and kinds.</summary>
internal sealed class ProgrammesTexts;
