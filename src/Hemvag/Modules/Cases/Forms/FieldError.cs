namespace Hemvag.Modules.Cases.Forms;

/// <summary>Why an answer could not be saved.</summary>
/// <param name="Key">Of the sentence in <see cref="FormsTexts"/> that says what to do.</param>
internal sealed record FieldError(string FieldId, string Key, IReadOnlyList<object> Args);
