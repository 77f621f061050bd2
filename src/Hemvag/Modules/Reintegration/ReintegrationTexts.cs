namespace Hemvag.Modules.Reintegration;

/// <summary>Marks the words of the plan.</summary>
public sealed class ReintegrationTexts;
