namespace Hemvag.Data;

/// <summary>A named reason why something was not done. Its sentence stands in <paramref name="Texts"/> under <c>Refusal.{Name}</c>.</summary>
/// <param name="Name">Stable name that tests and logs use.</param>
/// <param name="Texts">The resource class that holds the sentence in every language.</param>
public sealed record Refusal(string Name, Type Texts);

/// <summary>Thrown by an entity or service that refuses; one filter shows the sentence beside the form and keeps what was typed.</summary>
public sealed class RefusedException(Refusal refusal, string? field = null, params object[] args) : Exception(refusal.Name)
{
    /// <summary>What was refused.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>The form field the sentence belongs to; null for the whole form.</summary>
    public string? Field { get; } = field;

    /// <summary>Values for the placeholders of the sentence. Never personal data.</summary>
    public IReadOnlyList<object> Args { get; } = args;
}
