namespace Hemvag.Modules.Justice;

/// <summary>Names the resource files beside it: proceedings, what the person was told, taking part in a trial, help with a journey.</summary>
public sealed class JusticeTexts;
