namespace Hemvag.Data;

/// <summary>
/// A named "no": what a rule answers when something can't be done. The sentence that says what to do instead
/// stands in <paramref name="Texts"/> under the key <c>Refusal.{Name}</c>, in Swedish and English.
/// </summary>
/// <param name="Name">Stable name that tests assert, such as <c>CeilingExceeded</c>.</param>
/// <param name="Texts">Marker class of the module's texts.</param>
internal sealed record Refusal(string Name, Type Texts)
{
    /// <summary>The key of the sentence in <see cref="Texts"/>.</summary>
    public string Key => $"Refusal.{Name}";
}
