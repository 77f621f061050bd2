using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Binding;
using Hemvag.Web.Formatting;
using Hemvag.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>How fields and answers are said on the screen: choices to offer and answers in words.</summary>
internal sealed class FormWords(IStringLocalizer<FormsTexts> texts, IStringLocalizer<ProgrammesTexts> vocabulary, OrganisationCatalogue organisations)
{
    public string Compartment(Compartment compartment) => vocabulary[$"Compartment.{compartment}"];

    /// <summary>The sentence beside a field that says what to do.</summary>
    public string Sentence(FieldError error) => texts[error.Key, [.. error.Args]];

    /// <summary>What the error summary says: how much of the section was saved.</summary>
    public string SummaryTitle(bool restIsSaved, int wrong) =>
        !restIsSaved ? texts["Summary.NothingSaved"]
        : wrong == 1 ? texts["Summary.OneNotSaved"]
        : texts["Summary.SomeNotSaved", wrong];

    /// <summary>What can be chosen in a field, with "not asked" and "does not want to say" where no answer is required.</summary>
    public IReadOnlyList<Choice> Choices(FieldDefinition field) =>
        field.Kind switch
        {
            FieldKind.YesNo => [new(FieldAnswer.Yes, texts["Yes"]), new(FieldAnswer.No, texts["No"]), .. Quiet(field)],
            FieldKind.Choice => [.. Listed(field), .. Quiet(field)],
            FieldKind.MultiChoice => [.. Listed(field)],
            FieldKind.Country => [.. Declining(field), .. Sorted(organisations.Countries.Select(c => new Choice(c.Code, c.Name.Shown)))],
            FieldKind.Language => [.. Declining(field), .. Sorted(SpokenLanguages.Choices())],
            FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Number or FieldKind.Phone or FieldKind.Heading => [],
        };

    /// <summary>The answer in words of the reader's language.</summary>
    public string Answer(FieldDefinition field, FieldAnswer answer) =>
        answer.State switch
        {
            AnswerState.NotAsked => texts["NotAsked"],
            AnswerState.DoesNotWantToSay => texts["DoesNotWantToSay"],
            AnswerState.Answered => string.Join(", ", answer.Values.Select(value => Value(field, value))),
        };

    private string Value(FieldDefinition field, string value) =>
        field.Kind switch
        {
            FieldKind.YesNo => value == FieldAnswer.Yes ? texts["Yes"] : texts["No"],
            FieldKind.Choice or FieldKind.MultiChoice => field.Choices?.FirstOrDefault(c => c.Id == value)?.Label.Shown ?? value,
            FieldKind.Country => organisations.Country(value)?.Name.Shown ?? value,
            FieldKind.Language => SpokenLanguages.Name(value),
            FieldKind.Date => TypedAnswers.TryDay(value, out var day, out _) ? Dates.Day(day, year: true) : value,
            FieldKind.Text or FieldKind.LongText or FieldKind.Number or FieldKind.Phone or FieldKind.Heading => value,
        };

    private static IEnumerable<Choice> Listed(FieldDefinition field) => (field.Choices ?? []).Select(c => new Choice(c.Id, c.Label.Shown));

    private IEnumerable<Choice> Quiet(FieldDefinition field) =>
        field.Required ? [] : [new(nameof(AnswerState.NotAsked), texts["NotAsked"], Quiet: true), .. Declining(field)];

    private IEnumerable<Choice> Declining(FieldDefinition field) =>
        field.Required ? [] : [new(nameof(AnswerState.DoesNotWantToSay), texts["DoesNotWantToSay"], Quiet: true)];

    private static IEnumerable<Choice> Sorted(IEnumerable<Choice> choices) => choices.OrderBy(c => c.Text, StringComparer.CurrentCulture);
}
