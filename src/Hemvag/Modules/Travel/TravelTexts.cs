namespace Hemvag.Modules.Travel;

/// <summary>Names the resource files beside it: Swedish and English words of the journey.</summary>
public sealed class TravelTexts;
