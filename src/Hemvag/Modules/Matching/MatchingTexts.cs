namespace Hemvag.Modules.Matching;

/// <summary>Names the resource files beside it: "have we met?" and its arbiter.</summary>
public sealed class MatchingTexts;
