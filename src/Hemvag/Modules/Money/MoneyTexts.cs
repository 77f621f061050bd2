namespace Hemvag.Modules.Money;

/// <summary>Marks the words of entitlements and payments.</summary>
public sealed class MoneyTexts;
