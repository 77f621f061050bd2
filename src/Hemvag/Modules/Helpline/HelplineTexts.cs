namespace Hemvag.Modules.Helpline;

/// <summary>Names the resource files beside it: the log of the helpline, that of the national support line, opening hours and counts.</summary>
public sealed class HelplineTexts;
