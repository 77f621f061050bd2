namespace Hemvag.Modules.Consultations;

/// <summary>Names the resource files beside it: questions without a case, what is noticed in them, and what of them stands in a case.</summary>
public sealed class ConsultationsTexts;
