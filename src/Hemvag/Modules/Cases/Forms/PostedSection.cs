using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

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
            var isOneOfMany = field.Kind is FieldKind.YesNo or FieldKind.Choice or FieldKind.Country or FieldKind.Language;
            var posted = form[NameOf(field.Id)];
            var values = posted.Where(v => !string.IsNullOrEmpty(v) && !(isOneOfMany && IsState(v))).Select(v => v!).ToList();
            // A word that a person types is never taken for a state.
            var states = isOneOfMany ? posted.Concat(form[StateNameOf(field.Id)]) : form[StateNameOf(field.Id)];
            var declines = states.Contains(nameof(AnswerState.DoesNotWantToSay), StringComparer.Ordinal);
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

    private static bool IsState(string posted) => posted is nameof(AnswerState.NotAsked) or nameof(AnswerState.DoesNotWantToSay);
}
