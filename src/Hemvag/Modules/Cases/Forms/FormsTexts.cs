namespace Hemvag.Modules.Cases.Forms;

/// <summary>Names the resource files beside it: words around the forms; their questions come from the programme.</summary>
public sealed class FormsTexts;
