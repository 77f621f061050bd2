namespace Hemvag.Modules.Organisations;

/// <summary>Marks the texts of this module: words for kinds of organisation and contact.</summary>
internal sealed class OrganisationsTexts;
