namespace Hemvag.Modules.CashSupport.Import;

/// <summary>Names the resource files beside it: the import of decisions.</summary>
public sealed class CashImportTexts;
