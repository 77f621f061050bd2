namespace Hemvag.Data;

/// <summary>
/// Thrown by entities and services when a rule refuses. One filter shows the sentence beside the form with
/// everything typed kept. The message holds the refusal's name alone: arguments may be personal and must not be logged.
/// </summary>
internal sealed class RefusedException(Refusal refusal, string? field = null, params object[] args) : Exception(refusal.Name)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>The form field it belongs to, as the page names it (<c>Input.Amount</c>), or null for the whole form.</summary>
    public string? Field { get; } = field;

    /// <summary>What the sentence's placeholders are filled with; formatted already.</summary>
    public IReadOnlyList<object> Arguments { get; } = args;
}
