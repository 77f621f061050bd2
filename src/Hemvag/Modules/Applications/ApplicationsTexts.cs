namespace Hemvag.Modules.Applications;

/// <summary>Names the resource files beside it: words of application, certificate, referral and answer on support.</summary>
public sealed class ApplicationsTexts;
