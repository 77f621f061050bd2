namespace Hemvag.Modules.Cases.Forms;

/// <summary>What is known of a section without opening it.</summary>
/// <param name="SavedAt">UTC.</param>
/// <param name="SavedBy">Name of the account; null when the system wrote it.</param>
internal sealed record FilledSection(int Version, DateTime SavedAt, string? SavedBy);
