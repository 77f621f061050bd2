using System.Globalization;
using System.Text.Json.Nodes;
using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>Says in words what stands in a version's file, whatever it is: a new property needs a label and no code.</summary>
internal sealed class DefinitionWords(IStringLocalizer<ProgrammesTexts> texts)
{
    private const string Minor = "Minor";

    // What an entry is known by, when it has no text of its own.
    private static readonly string[] Keys = ["kind", "purpose", "category"];
    private static readonly string[] Naming = [.. Keys, "id", "organisation"];
    private static readonly string[] Names = ["name", "title", "label"];

    /// <summary>Every property of a version with its value.</summary>
    public IReadOnlyList<ShownField> Version(ProgrammeFile file) =>
        Fields(JsonNode.Parse(file.Content)!.AsObject(), typeof(ProgrammeVersion), file.Version.Entitlements.Currency);

    /// <summary>Where a difference is: "Milestones › Referred to IOM Finland › Gates".</summary>
    public string Place(Difference difference, JsonNode oldRoot, JsonNode newRoot)
    {
        var said = new List<string>();
        for (var length = 1; length <= difference.Path.Count; length++)
        {
            var part = difference.Path[length - 1];
            said.Add(part.Key is null ? Label(part.Name) : ItemName(difference.Path.Take(length).ToList(), oldRoot, newRoot));
        }

        return string.Join(" › ", said);
    }

    /// <summary>One side of a difference, in lines.</summary>
    public IReadOnlyList<string> Side(Difference difference, JsonNode? value, string currency)
    {
        var type = DefinitionShape.At(difference.Path);
        if (difference.Kind == DifferenceKind.Reordered)
        {
            return [.. value!.AsArray().Select(key => KeyWord(DefinitionShape.ItemOf(type), (string)key!))];
        }

        var field = Field(difference.Path[^1].Key is null ? difference.Path[^1].Name : "", value, type, currency);
        return field.Text is not null
            ? [.. new[] { field.Text, field.English }.OfType<string>()]
            : [.. field.Below.SelectMany(below => below.Lines())];
    }

    public string Label(string property) => texts[$"Property.{property}"];

    private List<ShownField> Fields(JsonObject owner, Type? type, string currency) =>
        [.. owner.Select(pair => Field(pair.Key, pair.Value, DefinitionShape.PropertyOf(type, pair.Key), currency))];

    private ShownField Field(string name, JsonNode? value, Type? type, string currency)
    {
        var label = name.Length == 0 ? "" : Label(name);
        return value switch
        {
            null => ShownField.Of(label, texts["Shown.Nothing"]),
            JsonObject text when type == typeof(Bilingual) => new ShownField(label, (string?)text["sv"], (string?)text["en"], []),
            JsonObject owner => new ShownField(label, null, null, Fields(owner, type, currency)),
            JsonArray list when list.All(item => item is JsonValue) => ShownField.Of(label, InOneLine(name, list, type, currency)),
            JsonArray list => new ShownField(
                label,
                null,
                null,
                [.. list.Select((item, at) => Item(item, at, DefinitionShape.ItemOf(type), currency))]
            ),
            _ => ShownField.Of(label, Word(name, value.AsValue(), type, currency)),
        };
    }

    private ShownField Item(JsonNode? item, int at, Type? type, string currency)
    {
        var number = (at + 1).ToString(CultureInfo.InvariantCulture);
        return item is JsonObject owner
            ? new ShownField(NameOf(owner, type) ?? number, null, null, Fields(owner, type, currency))
            : Field("", item, type, currency) with
            {
                Label = number,
            };
    }

    private string InOneLine(string name, JsonArray list, Type? type, string currency) =>
        list.Count == 0
            ? texts["Shown.Nothing"]
            : string.Join(", ", list.Select(item => Word(name, item!.AsValue(), DefinitionShape.ItemOf(type), currency)));

    private string Word(string name, JsonValue value, Type? type, string currency)
    {
        if (type is { IsEnum: true } && value.TryGetValue<string>(out var word))
        {
            return texts[$"{type.Name}.{word}"];
        }

        if (value.TryGetValue<bool>(out var yes))
        {
            return texts[yes ? "Shown.Yes" : "Shown.No"];
        }

        if (name.EndsWith(Minor, StringComparison.Ordinal) && value.TryGetValue<long>(out var minor))
        {
            return Amounts.ShortFull(new Amount(minor, currency));
        }

        if (
            type == typeof(DateOnly)
            && DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return Dates.Day(day, year: true);
        }

        var written = value.ToString();
        return written == SeedSource.NotFromSeeds ? texts["Source.NotFromSeeds"] : written;
    }

    private string ItemName(List<PathPart> path, JsonNode oldRoot, JsonNode newRoot)
    {
        var type = DefinitionShape.At(path);
        var item = Find(newRoot, path) ?? Find(oldRoot, path);
        return item is JsonObject owner && NameOf(owner, type) is { } name ? name : KeyWord(type, path[^1].Key!);
    }

    private string? NameOf(JsonObject owner, Type? type)
    {
        foreach (var name in Names)
        {
            if (owner[name] is JsonObject text)
            {
                return (string?)text[Spelling.IsSwedish ? "sv" : "en"];
            }
        }

        return Naming.FirstOrDefault(key => owner[key] is JsonValue) is { } found
            ? Word(found, owner[found]!.AsValue(), DefinitionShape.PropertyOf(type, found), "")
            : null;
    }

    private string KeyWord(Type? item, string key) =>
        Keys.Select(name => DefinitionShape.PropertyOf(item, name))
            .FirstOrDefault(type => type is { IsEnum: true } && Enum.GetNames(type).Contains(key, StringComparer.Ordinal))
            is { } words
            ? texts[$"{words.Name}.{key}"]
            : key;

    private static JsonNode? Find(JsonNode root, IEnumerable<PathPart> path)
    {
        JsonNode? node = root;
        foreach (var part in path)
        {
            node = part.Key is null
                ? (node as JsonObject)?[part.Name]
                : (node as JsonArray)?.FirstOrDefault(item => item is JsonObject row && (row[part.Name] as JsonValue)?.ToString() == part.Key);
        }

        return node;
    }
}
