namespace Hemvag.TestKit;

/// <summary>What kind of hostility an input bears; forms choose by it what they must refuse and what they must keep.</summary>
public enum HostileCategory
{
    Missing,
    TooLong,
    WrongDate,
    WrongNumber,
    Markup,
    Formula,
    Control,
    Direction,
    Emoji,
    BrokenUnicode,

    /// <summary>Not hostile at all: names of real people that careless software breaks. These must be kept as typed.</summary>
    RealName,
}

/// <param name="Name">A short plain word for the failure message.</param>
/// <param name="Value">Null stands for a field that is not sent at all.</param>
public sealed record HostileInput(HostileCategory Category, string Name, string? Value)
{
    public override string ToString() => $"{Category}: {Name}";
}

/// <summary>The one table that every form meets: none may answer 500, run what was typed or show it unescaped.</summary>
public static class HostileInputs
{
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        new(HostileCategory.Missing, "not sent", null),
        new(HostileCategory.Missing, "empty", ""),
        new(HostileCategory.Missing, "spaces", "   "),
        new(HostileCategory.Missing, "no-break space", "\u00A0"),
        new(HostileCategory.Missing, "zero-width only", "\u200B\uFEFF"),
        new(HostileCategory.TooLong, "100,000 letters", new string('å', 100_000)),
        new(HostileCategory.TooLong, "5,000 lines", string.Concat(Enumerable.Repeat("rad\r\n", 5_000))),
        new(HostileCategory.WrongDate, "31 February", "2026-02-31"),
        new(HostileCategory.WrongDate, "29 February, no leap year", "2027-02-29"),
        new(HostileCategory.WrongDate, "American order", "03/04/2026"),
        new(HostileCategory.WrongDate, "year 1", "0001-01-01"),
        new(HostileCategory.WrongDate, "year 9999", "9999-12-31"),
        new(HostileCategory.WrongDate, "year 10000", "10000-01-01"),
        new(HostileCategory.WrongDate, "Persian digits", "۱۴۰۵-۰۶-۱۰"),
        new(HostileCategory.WrongDate, "Buddhist year", "2569-09-01"),
        new(HostileCategory.WrongDate, "month 13", "2026-13-01"),
        new(HostileCategory.WrongNumber, "negative", "-1"),
        new(HostileCategory.WrongNumber, "zero", "0"),
        new(HostileCategory.WrongNumber, "beyond 64 bits", "99999999999999999999999999"),
        new(HostileCategory.WrongNumber, "largest 64 bits", "9223372036854775807"),
        new(HostileCategory.WrongNumber, "exponent", "1e9"),
        new(HostileCategory.WrongNumber, "three decimals", "10.005"),
        new(HostileCategory.WrongNumber, "two separators", "1.000,00"),
        new(HostileCategory.WrongNumber, "not a number", "NaN"),
        new(HostileCategory.WrongNumber, "infinity", "Infinity"),
        new(HostileCategory.WrongNumber, "hexadecimal", "0x10"),
        new(HostileCategory.WrongNumber, "Arabic digits", "١٢٣"),
        new(HostileCategory.Markup, "script", "<script>document.title='hemvag-hostile'</script>"),
        new(HostileCategory.Markup, "attribute", "\" autofocus onfocus=\"document.title='hemvag-hostile'"),
        new(HostileCategory.Markup, "image", "<img src=x onerror=\"document.title='hemvag-hostile'\">"),
        new(HostileCategory.Markup, "closing tags", "</textarea></form><h1>hemvag-hostile</h1>"),
        new(HostileCategory.Markup, "entity", "&lt;b&gt; &amp; &#0;"),
        new(HostileCategory.Markup, "template", "{{7*7}} ${7*7} @(7*7)"),
        new(HostileCategory.Markup, "SQL", "'; DROP TABLE cases; --"),
        new(HostileCategory.Markup, "path", "../../../../etc/passwd"),
        new(HostileCategory.Markup, "header", "a\r\nBcc: someone@example.org"),
        new(HostileCategory.Formula, "equals", "=HYPERLINK(\"http://example.org\";\"x\")"),
        new(HostileCategory.Formula, "plus", "+1+1"),
        new(HostileCategory.Formula, "minus", "-1+1"),
        new(HostileCategory.Formula, "at", "@SUM(1;1)"),
        new(HostileCategory.Formula, "tab", "\t=1+1"),
        new(HostileCategory.Control, "NUL", "Anna\0Berg"),
        new(HostileCategory.Control, "escape", "\u001B[31mröd\u001B[0m"),
        new(HostileCategory.Control, "line separator", "Anna\u2028Berg"),
        new(HostileCategory.Control, "backspace", "Anna\b\b\b\bBerg"),
        new(HostileCategory.Direction, "override", "\u202Egnp.exe"),
        new(HostileCategory.Direction, "isolate left open", "Anna \u2067مرحبا"),
        new(HostileCategory.Direction, "zero-width joined", "An\u200Bna Be\u200Drg\u2060"),
        new(HostileCategory.Direction, "mark", "\u200FAnna\u200E"),
        new(HostileCategory.Emoji, "family", "👩‍👩‍👧‍👦"),
        new(HostileCategory.Emoji, "flag and skin", "🇸🇪👍🏾"),
        new(HostileCategory.Emoji, "stacked marks", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢"),
        new(HostileCategory.BrokenUnicode, "lone high surrogate", "Anna\uD83DBerg"),
        new(HostileCategory.BrokenUnicode, "lone low surrogate", "Anna\uDE00Berg"),
        new(HostileCategory.BrokenUnicode, "no character", "Anna\uFFFEBerg\uFFFF"),
        new(HostileCategory.RealName, "Arabic", "محمد عبد الرحمن"),
        new(HostileCategory.RealName, "Thai", "สมชาย ใจดี"),
        new(HostileCategory.RealName, "Romanian", "Ștefan Țurcanu"),
        new(HostileCategory.RealName, "Swedish", "Åsa Öberg-Ängström"),
        new(HostileCategory.RealName, "Irish", "Siobhán O'Brien"),
        new(HostileCategory.RealName, "Dari", "گل‌آقا احمدزی"),
        new(HostileCategory.RealName, "Vietnamese, composed of parts", "Nguye\u0302\u0303n Thi\u0323 Mai"),
        new(HostileCategory.RealName, "one letter", "Ö"),
        new(HostileCategory.RealName, "null", "Null"),
    ];

    public static IEnumerable<HostileInput> Of(params HostileCategory[] categories) => All.Where(input => categories.Contains(input.Category));
}
