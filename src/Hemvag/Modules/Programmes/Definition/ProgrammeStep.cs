namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A step of the programme as the step bar shows it. <paramref name="Order"/> counts from 1.</summary>
internal sealed record ProgrammeStep(string Id, int Order, Bilingual Name, Bilingual Text, IReadOnlyList<string> Source);
