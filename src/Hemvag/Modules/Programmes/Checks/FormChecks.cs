using System.Numerics;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Forms that one renderer can render and one compartment per section can seal.</summary>
internal static class FormChecks
{
    /// <summary>The field of the application that the program itself reads.</summary>
    public const string BirthDate = "birth-date";

    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        for (var index = 0; index < version.Forms.Count; index++)
        {
            CheckForm(version.Forms[index], $"$.forms[{index}]", found);
        }
    }

    private static void CheckForm(FormDefinition form, string path, ErrorList found)
    {
        UniqueIds.Once(form.Sections, section => section.Id, path + ".sections", "id", found);
        found.Require(
            form.Kind != FormKind.Application || form.Sections.SelectMany(s => s.Fields).Any(f => f is { Id: BirthDate, Kind: FieldKind.Date }),
            path + ".sections",
            $"a field \"{BirthDate}\" of the kind Date: the program looks at whether the person is of age"
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < form.Sections.Count; index++)
        {
            CheckSection(form.Sections[index], $"{path}.sections[{index}]", seen, found);
        }
    }

    private static void CheckSection(SectionDefinition section, string path, HashSet<string> seen, ErrorList found)
    {
        found.Require(
            section.Compartment != Compartment.None && BitOperations.IsPow2((int)section.Compartment),
            path + ".compartment",
            "one compartment"
        );
        found.Require(section.Fields.Count > 0, path + ".fields", "at least one field");
        for (var index = 0; index < section.Fields.Count; index++)
        {
            var field = section.Fields[index];
            var at = $"{path}.fields[{index}]";
            found.Require(seen.Add(field.Id), at + ".id", $"an id used once in the form, found \"{field.Id}\" again");
            CheckChoices(field, at, found);
            found.Require(field.Kind != FieldKind.Heading || !field.Required, at + ".required", "false: a heading has no answer");
        }
    }

    private static void CheckChoices(FieldDefinition field, string path, ErrorList found)
    {
        var chooses = field.Kind is FieldKind.Choice or FieldKind.MultiChoice;
        var choices = field.Choices ?? [];
        found.Require(!chooses || choices.Count >= 2, path + ".choices", "at least two choices");
        found.Require(chooses || field.Choices is null, path + ".choices", $"no choices for a field of kind {field.Kind}");
        UniqueIds.Once(choices, choice => choice.Id, path + ".choices", "id", found);
    }
}
