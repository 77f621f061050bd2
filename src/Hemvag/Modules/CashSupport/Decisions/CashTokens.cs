using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// The tokens by which decisions know people from each other, under every version of the key there is: tokens of different versions never
/// meet, and the rule of once has no end.
/// </summary>
internal sealed class CashTokens(MatchTokens tokens)
{
    public IReadOnlyList<MatchToken> Of(CashPerson person) =>
        Of($"{person.GivenNames} {person.FamilyName}", person.BirthDate, person.Citizenship, person.DocumentNumber);

    /// <summary>Of someone whose name is open; empty where the day of birth is not known.</summary>
    public IReadOnlyList<MatchToken> Of(MemberName person) =>
        person is { BirthDate: { } born } ? Of(person.Full, born, person.Citizenship, person.DocumentNumber) : [];

    public IReadOnlyList<MatchToken> OfDecision(string number) =>
        [.. tokens.Versions.Select(v => tokens.ForDecision(number, v)).OfType<MatchToken>()];

    /// <summary>Of the number of a paper that is shown, to keep with the visit; null where there is none.</summary>
    public byte[]? OfShown(Guid caseId, string? number) => number is null ? null : tokens.ForShown(caseId, number, tokens.StoresUnder)?.Value;

    /// <summary>Under which the same paper may have been kept at an earlier visit.</summary>
    public IReadOnlyList<byte[]> ToFindShown(Guid caseId, string? number) =>
        number is null ? [] : [.. tokens.Versions.Select(v => tokens.ForShown(caseId, number, v)).OfType<MatchToken>().Select(t => t.Value)];

    private List<MatchToken> Of(string name, DateOnly birthDate, string? citizenship, string? document)
    {
        var subject = new MatchSubject(name, birthDate.Year, [], document is null ? [] : [document]);
        var found = new List<MatchToken>();
        foreach (var version in tokens.Versions)
        {
            found.AddRange(tokens.For(subject, version));
            MatchToken?[] whole =
            [
                tokens.ForPerson(name, birthDate, version),
                document is null || citizenship is null ? null : tokens.ForDocument(document, citizenship, version),
            ];
            found.AddRange(whole.OfType<MatchToken>());
        }

        return found;
    }
}
