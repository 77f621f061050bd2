namespace Hemvag.Modules.CashSupport.Import;

/// <summary>Marks the texts of the import of decisions.</summary>
internal sealed class CashImportTexts;
