namespace Hemvag.Modules.Assessments;

/// <summary>Names the resource files beside it: Swedish and English words of assessments.</summary>
public sealed class AssessmentsTexts;
