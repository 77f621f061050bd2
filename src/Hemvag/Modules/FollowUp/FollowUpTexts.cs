namespace Hemvag.Modules.FollowUp;

/// <summary>Names the resource files beside it: contacts after return, progress notes, the end of the follow-up.</summary>
public sealed class FollowUpTexts;
