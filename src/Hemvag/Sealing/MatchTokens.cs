using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Sealing;

/// <summary>What a token was made of. The words are part of the token and never change.</summary>
internal enum MatchKind
{
    /// <summary>All name parts, in any order, with the year of birth: "yes".</summary>
    NameAndBirthYear,

    /// <summary>The skeletons of all name parts with the year of birth: "maybe".</summary>
    NameLikeAndBirthYear,

    /// <summary>A phone number: "yes".</summary>
    Phone,

    /// <summary>The number of a passport or another identity document: "yes".</summary>
    DocumentNumber,

    /// <summary>All name parts, in any order, with the full date of birth: "yes". Kept by whoever gives something once, and not among a case's tokens.</summary>
    NameAndBirthDate,
}

/// <param name="RootKeyVersion">The version of the token key; tokens of different versions never meet.</param>
/// <param name="Value">32 bytes.</param>
internal sealed record MatchToken(MatchKind Kind, int RootKeyVersion, byte[] Value);

/// <summary>What is known of a person when tokens are made. What is missing gives no token.</summary>
/// <param name="FullName">As in the passport, all parts.</param>
internal sealed record MatchSubject(string? FullName, int? BirthYear, IReadOnlyList<string> Phones, IReadOnlyList<string> DocumentNumbers);

/// <summary>
/// Keyed tokens that answer "have we met?" without opening anything. A token stands for a combination, never for one name part alone,
/// whose frequency would tell the name.
/// </summary>
internal sealed class MatchTokens(RootKeys rootKeys)
{
    private const int ShortestDocumentNumber = 5;

    /// <summary>Tokens to store: under the current root key version.</summary>
    public IReadOnlyList<MatchToken> ToStore(MatchSubject subject) => For(subject, rootKeys.CurrentVersion);

    /// <summary>Tokens to look for: under every root key version, since stored ones keep the version they were made under.</summary>
    public IReadOnlyList<MatchToken> ToFind(MatchSubject subject) =>
        [.. Enumerable.Range(1, rootKeys.NewestVersion).SelectMany(version => For(subject, version))];

    /// <summary>Tokens under one root key version.</summary>
    public IReadOnlyList<MatchToken> For(MatchSubject subject, int rootKeyVersion)
    {
        var tokens = new List<MatchToken>();
        if (subject is { FullName: { } name, BirthYear: { } year })
        {
            AddName(MatchKind.NameAndBirthYear, NameSpelling.Parts(name), year);
            AddName(MatchKind.NameLikeAndBirthYear, NameSpelling.Skeletons(name), year);
        }
        AddEach(MatchKind.Phone, subject.Phones.Select(PhoneSpelling.E164Digits));
        AddEach(MatchKind.DocumentNumber, subject.DocumentNumbers.Select(DocumentNumber));
        return tokens;

        void AddName(MatchKind kind, IReadOnlyList<string> parts, int birthYear)
        {
            if (parts.Count >= 2)
                tokens.Add(Token(kind, rootKeyVersion, [.. parts, birthYear.ToString(CultureInfo.InvariantCulture)]));
        }

        void AddEach(MatchKind kind, IEnumerable<string?> values) =>
            tokens.AddRange(values.OfType<string>().Distinct(StringComparer.Ordinal).Select(value => Token(kind, rootKeyVersion, [value])));
    }

    /// <summary>One person, to whom something is given once; null when the name has one part alone.</summary>
    public MatchToken? ForPerson(string fullName, DateOnly birthDate, int rootKeyVersion) =>
        NameSpelling.Parts(fullName) is { Count: >= 2 } parts
            ? Token(MatchKind.NameAndBirthDate, rootKeyVersion, [.. parts, birthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)])
            : null;

    /// <summary>The versions under which stored tokens can have been made; the last is not always the one in use.</summary>
    public IEnumerable<int> Versions => Enumerable.Range(1, rootKeys.NewestVersion);

    /// <summary>The version that tokens are stored under.</summary>
    public int StoresUnder => rootKeys.CurrentVersion;

    private MatchToken Token(MatchKind kind, int rootKeyVersion, IReadOnlyList<string> fields)
    {
        var writer = new CanonicalWriter().Write("hemvag.match.1").Write(kind).Write(fields.Count);
        foreach (var field in fields)
            writer.Write(field);
        return new MatchToken(kind, rootKeyVersion, HMACSHA256.HashData(rootKeys.For(rootKeyVersion).Tokens, writer.ToArray()));
    }

    // Letters and digits only: spaces and dashes are set differently by every reader. Too short a number is no identity.
    private static string? DocumentNumber(string number)
    {
        var kept = new string([.. number.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        return kept.Length >= ShortestDocumentNumber ? kept : null;
    }
}
