namespace Hemvag.Modules.Retention;

/// <summary>Names the resource files beside it: how long things are kept, and their erasure.</summary>
public sealed class RetentionTexts;
