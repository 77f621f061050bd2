namespace Hemvag.Modules.Administration;

/// <summary>Marks the texts of this module: accounts, organisations and jobs as administrators see them.</summary>
internal sealed class AdministrationTexts;
