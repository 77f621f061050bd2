using System.Text.RegularExpressions;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>Dates, personal numbers, phones, mail addresses and document numbers in a text of <see cref="PlainSigns"/>.</summary>
internal static partial class NumberPatterns
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Longest = 1000;

    public static IEnumerable<NoticedPlace> In(string plain) =>
        Of(plain, NoticedKind.Mail, Mail(), MailInWords())
            .Concat(Of(plain, NoticedKind.PersonalNumber, PersonalNumber()))
            .Concat(Of(plain, NoticedKind.Date, YearFirst(), YearLast(), Compact(), DayAndMonth(), MonthAndDay(), Born()))
            .Concat(Of(plain, NoticedKind.Phone, Phone()))
            .Concat(Of(plain, NoticedKind.DocumentNumber, LettersAndDigits(), LongNumber(), Named()));

    private static IEnumerable<NoticedPlace> Of(string plain, NoticedKind kind, params Regex[] patterns) =>
        patterns.SelectMany(p => p.Matches(plain)).Select(m => new NoticedPlace(m.Index, m.Length, kind));

    [GeneratedRegex(@"[^\s@<>()"",;:]{1,64}@[^\s@<>()"",;:]{1,120}\.\p{L}{2,24}", Any, Longest)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[\w.\-]{1,64}\s?[\[(]\s?(at|snabel-?a)\s?[\])]\s?[\w.\-]{1,120}", Any, Longest)]
    private static partial Regex MailInWords();

    // The day of a samordningsnummer is sixty more; the last four can be hidden or begin with letters, as those of the asylum office.
    [GeneratedRegex(
        @"(?<!\d)((18|19|20)\d\d|\d\d)[\-./ ]?(0[1-9]|1[0-2])[\-./ ]?([0-2]\d|3[01]|6[1-9]|[78]\d|9[01])[\-+ ]{0,3}(\d{4}|[a-z]{1,2}\d{2,3}|[x*]{4})(?!\d)",
        Any,
        Longest
    )]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"(?<!\d)(18|19|20)\d\d[\-/. ](0?[1-9]|1[0-2])[\-/. ](0?[1-9]|[12]\d|3[01])(?!\d)", Any, Longest)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(0?[1-9]|[12]\d|3[01])[\-/. ]{1,2}(0?[1-9]|1[0-2])[\-/. ]{1,2}((18|19|20)\d\d|\d\d)(?!\d)", Any, Longest)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<!\d)((19|20)\d\d|\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", Any, Longest)]
    private static partial Regex Compact();

    private const string Month =
        @"(jan|feb|mar|apr|maj|may|mai|jun|iun|jul|iul|aug|sep|okt|oct|nov|noi|dec|dek|ian"
        + @"|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|трав|чер|лип|сер|вер|жов|лис|гру"
        + @"|يناير|فبراير|مارس|أبريل|ابريل|إبريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
        + @"|كانون|شباط|آذار|اذار|نيسان|أيار|ايار|حزيران|تموز|آب|أيلول|ايلول|تشرين)\p{L}{0,9}( الأول| الثاني)?";

    [GeneratedRegex(@"(?<!\d)[0-3]?\d(\.|:e|:a|st|nd|rd|th)?\s(of\s|de\s)?" + Month + @"[.,]?\s(\d{4}|'?\d\d)(?!\d)", Any, Longest)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(?<!\p{L})" + Month + @"\.?\s[0-3]?\d(st|nd|rd|th)?,?\s\d{4}(?!\d)", Any, Longest)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(
        @"(?<!\p{L})(född|föddes|f\.|födelse(år|datum)|born|birth\s?(date|year|day)|date of birth|dob|născut[ăa]?|род(ился|илась|ивш\p{L}{2,5})|дата рождения|народ\p{L}{2,6}|مواليد|ولدت?|مولودة?|تاريخ الميلاد)\W{0,3}(år|in|on|i|den|är|is|anul|în|в|у|عام|سنة|في)?\W{0,3}\d{1,4}([\-/. ]\d{1,4}){0,2}",
        Any,
        Longest
    )]
    private static partial Regex Born();

    [GeneratedRegex(@"(?<![\d\w])(\+\s?\d|00\d|0\d)([\s().\-/]{0,2}\d){5,14}(?!\d)", Any, Longest)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\p{L}\d])\p{L}{1,3}[\- ]?\d{5,10}(?![\p{L}\d])", Any, Longest)]
    private static partial Regex LettersAndDigits();

    [GeneratedRegex(@"(?<![\d+])\d([ \-]?\d){6,24}(?!\d)", Any, Longest)]
    private static partial Regex LongNumber();

    [GeneratedRegex(
        @"(?<!\p{L})(pass(port)?|lma|dossier|beteckning|diarie|ärende|kort|id|identi\p{L}{2,6}|konto|account|iban|pașaport\p{L}{0,4}|паспорт\p{L}{0,2}|جواز( السفر)?|هوية)[\- ]?(kort|card|nummer|number|nr|no|numero|номер|رقم)?\W{1,4}(nr|no|is|är|номер|رقم)?\W{0,3}(?=[\p{L}\-]{0,6}\d)[\p{L}\d\-]{4,34}",
        Any,
        Longest
    )]
    private static partial Regex Named();
}
