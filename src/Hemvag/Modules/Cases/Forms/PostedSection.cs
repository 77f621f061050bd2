using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.Extensions.Primitives;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// A section as it was posted: fields <c>f.{fieldId}</c> with what was typed or chosen, and <c>f.{fieldId}.state</c> with the name of an
/// <see cref="AnswerState"/>. Single choices may post the state's name as their value.
/// </summary>
/// <param name="Answers">Of every field that could be read.</param>
/// <param name="Typed">Of every field, for showing it again.</param>
/// <param name="Errors">One for each field that could not be read.</param>
internal sealed record PostedSection(
    IReadOnlyDictionary<string, FieldAnswer> Answers,
    IReadOnlyDictionary<string, TypedField> Typed,
    IReadOnlyList<FieldError> Errors
)
{
    /// <summary>The name of a field in the form.</summary>
    public static string NameOf(string fieldId) => $"f.{fieldId}";

    public static string StateNameOf(string fieldId) => $"f.{fieldId}.state";

    public static PostedSection Read(SectionDefinition section, IFormCollection form, OrganisationCatalogue organisations)
    {
        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
        var typed = new Dictionary<string, TypedField>(StringComparer.Ordinal);
        var errors = new List<FieldError>();
        foreach (var field in section.Fields.Where(f => f.Kind != FieldKind.Heading))
        {
            var states = States(form[NameOf(field.Id)], form[StateNameOf(field.Id)]);
            var values = Values(form[NameOf(field.Id)]);
            var declines = states.Contains(AnswerState.DoesNotWantToSay);
            typed[field.Id] = new TypedField(values, declines);
            var (answer, error) = FieldReading.Read(field, values, organisations);
            if (error is null && declines && answer.State == AnswerState.Answered)
            {
                error = new FieldError(field.Id, "Wrong.Both", []);
            }

            if (error is null)
            {
                answers[field.Id] = declines ? FieldAnswer.DoesNotWantToSay : answer;
            }
            else
            {
                errors.Add(error);
            }
        }

        return new PostedSection(answers, typed, errors);
    }

    private static List<string> Values(StringValues posted) =>
        [.. posted.Where(v => !string.IsNullOrEmpty(v) && StateOf(v) is null).Select(v => v!)];

    private static IEnumerable<AnswerState> States(StringValues values, StringValues states) =>
        values.Concat(states).Select(StateOf).OfType<AnswerState>();

    private static AnswerState? StateOf(string? posted) =>
        posted switch
        {
            nameof(AnswerState.NotAsked) => AnswerState.NotAsked,
            nameof(AnswerState.DoesNotWantToSay) => AnswerState.DoesNotWantToSay,
            _ => null,
        };
}
