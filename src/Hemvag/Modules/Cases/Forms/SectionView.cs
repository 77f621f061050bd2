using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>A section of a form as a page shows it.</summary>
/// <param name="Number">1, 2, 3 … among the form's sections.</param>
/// <param name="Rail">The form's sections in order, for the rail beside it.</param>
/// <param name="Typed">What stands in each field, by field id.</param>
/// <param name="Version">The version that the reader has before them: the next save is held against it.</param>
/// <param name="Filled">Null when the section has not been filled in.</param>
/// <param name="IsClosed">True when something is filled in and its compartment is not open: nothing of it is shown.</param>
/// <param name="HasChanged">True when someone else has saved since the reader was shown the section.</param>
/// <param name="Other">What the other one saved, where the compartment is open.</param>
internal sealed record SectionView(
    FormDefinition Form,
    SectionDefinition Section,
    int Number,
    IReadOnlyList<RailLine> Rail,
    IReadOnlyDictionary<string, TypedField> Typed,
    int Version,
    FilledSection? Filled,
    bool IsClosed,
    bool HasChanged,
    Unsealed<SectionAnswers>? Other
)
{
    public TypedField Of(string fieldId) => Typed.GetValueOrDefault(fieldId, TypedField.Empty);

    /// <summary>Id of the section after this one; null on the last.</summary>
    public string? NextSection => Number < Form.Sections.Count ? Form.Sections[Number].Id : null;
}

/// <summary>A line of the rail beside a form.</summary>
internal sealed record RailLine(int Number, string Text, string Path, bool IsDone, bool IsCurrent);

/// <summary>The answers of a section in words, read-only.</summary>
/// <param name="Answers">Null when the section has not been filled in.</param>
internal sealed record SectionInWords(SectionDefinition Section, SectionAnswers? Answers);
