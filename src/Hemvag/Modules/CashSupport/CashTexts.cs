namespace Hemvag.Modules.CashSupport;

/// <summary>Names the resource files beside it: decisions on cash support, their payment, and what is paid back.</summary>
public sealed class CashTexts;
