using System.Text.RegularExpressions;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>
/// Names in a text, by three ways: names that are known, two or more words in a row that begin with a capital and are no known place or
/// beginning of a sentence, and what follows words such as "heter", "called" or "зовут".
/// </summary>
internal static partial class NamePatterns
{
    private const int Longest = 1000;
    private const int ShortestCry = 4;

    public static IEnumerable<NoticedPlace> In(string text)
    {
        var words = Words().Matches(text).Select(m => new Word(text, m)).ToList();
        return Known(words).Concat(Rows(text, words)).Concat(AfterCue(text));
    }

    private static IEnumerable<NoticedPlace> Known(IEnumerable<Word> words) =>
        words.Where(w => KnownNames.Has(w.Text, w.IsCapital && !w.BeginsSentence)).Select(w => w.Place);

    private static IEnumerable<NoticedPlace> Rows(string text, List<Word> words)
    {
        for (var i = 0; i < words.Count; )
        {
            if (!IsNameLike(words[i]))
            {
                i++;
                continue;
            }

            var last = i;
            for (var next = i + 1; next < words.Count && AreNeighbours(text, words[next - 1], words[next]); next++)
            {
                if (IsNameLike(words[next]))
                {
                    last = next;
                }
                else if (!IsParticle(words[next].Text))
                {
                    break;
                }
            }

            if (last > i)
            {
                yield return new NoticedPlace(words[i].Start, words[last].End - words[i].Start, NoticedKind.Name);
            }

            i = last + 1;
        }
    }

    private static IEnumerable<NoticedPlace> AfterCue(string text) =>
        Cue()
            .Matches(text)
            .Select(m => m.Groups["name"])
            .Where(g => StartsLikeName(g.Value) && !KnownNames.IsNone(g.Value))
            .Select(g => new NoticedPlace(g.Index, g.Length, NoticedKind.Name));

    // "MIGRATIONSVERKET" alone is a cry and no name; "IOM" and "LMA" are short for something.
    private static bool IsNameLike(Word word) =>
        word.IsCapital
        && !KnownNames.IsNone(word.Text)
        && !(word.Text.Length <= ShortestCry && word.Text.All(char.IsUpper) && !KnownNames.Has(word.Text, true));

    private static bool StartsLikeName(string word) => !char.IsLower(word[0]);

    private static bool AreNeighbours(string text, Word one, Word other) => other.Start - one.End == 1 && text[one.End] is ' ' or '-' or '\u00A0';

    private static bool IsParticle(string word) =>
        word is "van" or "von" or "de" or "del" or "da" or "al" or "el" or "bin" or "ibn" or "af" or "bint" or "dos" or "ter";

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’\u200C\u00AD]*", RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?<!\p{L})(heter|hette|kallas( för)?|kallar sig|vid namn|namnet( är)?|namn:|herr|fru|fröken|mr\.?|mrs\.?|ms\.?|miss|named|called|name is|name:|numele( este)?|numită?|se numește|o cheamă|îl cheamă|зовут|по имени|имя:?|звати|на ім'я|ім'я:?|اسمها|اسمه|اسمي|الاسم:?|تدعى|يدعى|السيدة|السيد)\s{1,2}(?<name>\p{L}[\p{L}\p{M}'’\-]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Longest
    )]
    private static partial Regex Cue();

    private sealed class Word(string text, Match match)
    {
        public string Text { get; } = match.Value;

        public int Start { get; } = match.Index;

        public int End { get; } = match.Index + match.Length;

        public bool IsCapital => char.IsUpper(Text[0]) || char.GetUnicodeCategory(Text[0]) == System.Globalization.UnicodeCategory.TitlecaseLetter;

        public NoticedPlace Place => new(Start, End - Start, NoticedKind.Name);

        /// <summary>Nothing before it, or the end of another sentence.</summary>
        public bool BeginsSentence
        {
            get
            {
                var before = text.AsSpan(0, Start).TrimEnd(" \t\"'»«(–-•*");
                return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or '\n' or '؟' or '…';
            }
        }
    }
}
