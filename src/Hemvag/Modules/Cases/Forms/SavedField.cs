namespace Hemvag.Modules.Cases.Forms;

/// <summary>One field as someone else has saved it, in the reader's words.</summary>
internal sealed record SavedField(string Label, string Value);
