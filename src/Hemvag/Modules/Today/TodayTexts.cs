namespace Hemvag.Modules.Today;

/// <summary>Names the resource files beside it: the start page, notices, header, and what each work item says.</summary>
public sealed class TodayTexts;
