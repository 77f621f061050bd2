namespace Hemvag.Modules.Reintegration;

/// <summary>Marks the words of plan, entitlements and payments.</summary>
public sealed class ReintegrationTexts;
