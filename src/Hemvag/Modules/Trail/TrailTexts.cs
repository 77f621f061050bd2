namespace Hemvag.Modules.Trail;

/// <summary>Names the resource files beside it: who has seen what, the trail, its verification.</summary>
public sealed class TrailTexts;
