namespace Hemvag.Modules.Cases;

/// <summary>Names the resource files beside it: Swedish and English words of cases.</summary>
public sealed class CasesTexts;
