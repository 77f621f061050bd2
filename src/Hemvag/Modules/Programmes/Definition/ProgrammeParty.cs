namespace Hemvag.Modules.Programmes.Definition;

/// <summary>An organisation that carries the programme. <paramref name="Organisation"/> is a code of the organisation list.</summary>
internal sealed record ProgrammeParty(string Organisation, Bilingual Task, IReadOnlyList<string> Source);
