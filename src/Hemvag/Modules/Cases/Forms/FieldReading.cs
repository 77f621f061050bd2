using System.Globalization;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Binding;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>Reads what was typed or chosen in one field, by its kind. Never by culture: that decides only how things are shown.</summary>
internal static class FieldReading
{
    public const int TextLength = 200;
    public const int LongTextLength = 4000;
    public const int PhoneLength = 40;
    public const long LargestNumber = 1_000_000;

    /// <param name="typed">As posted; empty texts are no answers.</param>
    /// <returns>The answer, or why there is none.</returns>
    public static (FieldAnswer Answer, FieldError? Error) Read(FieldDefinition field, IEnumerable<string> typed, OrganisationCatalogue organisations)
    {
        var values = typed.Select(TypedText.Clean).Where(v => v.Length > 0).ToList();
        if (values.Count == 0 || field.Kind == FieldKind.Heading)
        {
            return (FieldAnswer.NotAsked, null);
        }

        if (field.Kind == FieldKind.MultiChoice)
        {
            return Chosen(field, [.. values.Distinct(StringComparer.Ordinal)]);
        }

        var one = values[0];
        return field.Kind switch
        {
            FieldKind.Text => Text(field, one.ReplaceLineEndings(" ").Replace('\t', ' '), TextLength),
            FieldKind.LongText => Text(field, one, LongTextLength),
            FieldKind.Date => Day(field, one),
            FieldKind.YesNo => Known(field, one, one is FieldAnswer.Yes or FieldAnswer.No),
            FieldKind.Choice => Chosen(field, [one]),
            FieldKind.Country => Known(field, one, organisations.Country(one) is not null),
            FieldKind.Language => Known(field, one, SpokenLanguages.Has(one)),
            FieldKind.Number => Number(field, one),
            FieldKind.Phone => Phone(field, one),
            FieldKind.MultiChoice or FieldKind.Heading => throw new InvalidOperationException("Handled above."),
        };
    }

    private static (FieldAnswer Answer, FieldError? Error) Text(FieldDefinition field, string text, int longest) =>
        text.Length <= longest ? Taken(text) : Wrong(field, "Wrong.TooLong", longest, text.Length);

    private static (FieldAnswer Answer, FieldError? Error) Day(FieldDefinition field, string text) =>
        TypedAnswers.TryDay(text, out var day, out var wellFormed) ? Taken(Dates.Iso(day))
        : wellFormed && DayInWords(text) is { } words ? Wrong(field, "Wrong.NoSuchDay", words)
        : Wrong(field, "Wrong.Date");

    /// <summary>"30 februari" for a day that looks right and does not exist; null when not even the month does.</summary>
    private static string? DayInWords(string text)
    {
        var month = int.Parse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var day = int.Parse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day is >= 29 and <= 31
            ? string.Create(CultureInfo.InvariantCulture, $"{day} {Dates.Names().MonthNames[month - 1]}")
            : null;
    }

    private static (FieldAnswer Answer, FieldError? Error) Number(FieldDefinition field, string text) =>
        TypedAnswers.TryWhole(text, out var number) && number is >= 0 and <= LargestNumber
            ? Taken(number.ToString(CultureInfo.InvariantCulture))
            : Wrong(field, "Wrong.Number");

    private static (FieldAnswer Answer, FieldError? Error) Phone(FieldDefinition field, string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        var isPhone =
            text.Length <= PhoneLength
            && digits is >= 5 and <= 20
            && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or ' ' or '/' or '.')
            && text.LastIndexOf('+') <= 0;
        return isPhone ? Taken(text) : Wrong(field, "Wrong.Phone");
    }

    private static (FieldAnswer Answer, FieldError? Error) Chosen(FieldDefinition field, string[] ids) =>
        ids.All(id => field.Choices?.Any(choice => choice.Id == id) == true) ? (FieldAnswer.Of(ids), null) : Wrong(field, "Wrong.Choice");

    private static (FieldAnswer Answer, FieldError? Error) Known(FieldDefinition field, string value, bool isKnown) =>
        isKnown ? Taken(value) : Wrong(field, "Wrong.Choice");

    private static (FieldAnswer Answer, FieldError? Error) Taken(string value) => (FieldAnswer.Of(value), null);

    private static (FieldAnswer Answer, FieldError? Error) Wrong(FieldDefinition field, string key, params object[] args) =>
        (FieldAnswer.NotAsked, new FieldError(field.Id, key, args));
}
