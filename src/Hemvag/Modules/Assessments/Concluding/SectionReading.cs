using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>A section in words, for those who read it and do not write.</summary>
internal static class SectionReading
{
    public static SectionInWords Of(SectionView view, FormKind kind) =>
        new(
            view.Section,
            new SectionAnswers(
                kind,
                view.Form.Version,
                view.Section.Id,
                view.Typed.ToDictionary(t => t.Key, t => AnswerOf(t.Value), StringComparer.Ordinal)
            )
        );

    private static FieldAnswer AnswerOf(TypedField typed) =>
        typed.DoesNotWantToSay ? FieldAnswer.DoesNotWantToSay
        : typed.Values.Count == 0 ? FieldAnswer.NotAsked
        : FieldAnswer.Of([.. typed.Values]);
}
