namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A sentence the person certifies in writing. A changed sentence is a new version.</summary>
internal sealed record DeclarationWording(string Id, int Version, Bilingual Text, IReadOnlyList<string> Source)
{
    /// <summary>The one without which no certificate of voluntariness is recorded (S1.49).</summary>
    public const string Voluntary = "voluntary";
}
