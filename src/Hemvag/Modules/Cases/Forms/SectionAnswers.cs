using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>One section of a long form as it was filled in: sealed as a whole, with the version of the form it answers.</summary>
/// <param name="Answers">By the field's id; a field that is missing was not asked.</param>
/// <param name="ProgrammeId">The programme version whose form it was: a case can be moved to another one.</param>
internal sealed record SectionAnswers(
    FormKind Form,
    int FormVersion,
    string Section,
    IReadOnlyDictionary<string, FieldAnswer> Answers,
    string ProgrammeId
) : ISealedPayload
{
    public static string Kind => "form-section";

    public static int SchemaVersion => 1;

    public FieldAnswer Of(string fieldId) => Answers.GetValueOrDefault(fieldId, FieldAnswer.NotAsked);
}
