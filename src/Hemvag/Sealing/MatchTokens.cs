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

    /// <summary>The number of an identity document with who issued it: "the same". Kept by whoever gives something once.</summary>
    DocumentAndCitizenship,

    /// <summary>The number of an authority's decision: "entered already". Of no person.</summary>
    DecisionNumber,

    /// <summary>The number of a paper that was shown in a case: "the same paper", in that case alone. Kept by the visit, and not among a case's tokens.</summary>
    ShownNumber,
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

    /// <summary>A document with the country that issued it: other countries give the same numbers. Null when the number is too short to tell anything.</summary>
    /// <param name="country">Code of the country list.</param>
    public MatchToken? ForDocument(string number, string country, int rootKeyVersion) =>
        DocumentNumber(number) is { } kept ? Token(MatchKind.DocumentAndCitizenship, rootKeyVersion, [kept, country]) : null;

    /// <summary>An authority's decision by its number, whatever stands between its letters and digits; null when it has none.</summary>
    public MatchToken? ForDecision(string number, int rootKeyVersion) =>
        BareDecision(number) is { Length: > 0 } kept ? Token(MatchKind.DecisionNumber, rootKeyVersion, [kept]) : null;

    /// <summary>A paper shown in a case, however short its number; null when it has no letter or digit. Of another case's it tells nothing.</summary>
    public MatchToken? ForShown(Guid caseId, string number, int rootKeyVersion) =>
        Bare(number) is { Length: > 0 } kept ? Token(MatchKind.ShownNumber, rootKeyVersion, [caseId.ToString("N"), kept]) : null;

    /// <summary>Whether someone can be told from others at all: a name of one part alone and no document give no token.</summary>
    public static bool CanTell(string fullName, string? documentNumber) =>
        NameSpelling.Parts(fullName).Count >= 2 || (documentNumber is { } number && DocumentNumber(number) is not null);

    /// <summary>Whether a decision's number holds any letter or digit.</summary>
    public static bool IsDecisionNumber(string number) => BareDecision(number).Length > 0;

    /// <summary>What tells one decision from another: the letters and digits of its number alone; empty when it has none.</summary>
    public static string BareDecision(string number) => Bare(number);

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
    private static string? DocumentNumber(string number) => Bare(number) is { Length: >= ShortestDocumentNumber } kept ? kept : null;

    private static string Bare(string number) =>
        new([.. number.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
