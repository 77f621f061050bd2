namespace Hemvag.Modules.MinimumView;

/// <summary>Names the resource files beside it: what is still seen after a withdrawal.</summary>
public sealed class MinimumTexts;
