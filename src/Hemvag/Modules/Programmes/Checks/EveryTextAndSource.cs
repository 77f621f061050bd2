using System.Collections;
using System.Reflection;
using System.Text.Json;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>
/// Walks the whole definition: every text is there in both languages, every rule names its source,
/// every version counts from 1, no list is null.
/// </summary>
internal static class EveryTextAndSource
{
    public static void Check(ProgrammeVersion version, ErrorList found) => Walk(version, "$", found);

    private static void Walk(object? value, string path, ErrorList found)
    {
        switch (value)
        {
            case string text:
                RequirePlain(text, path, found);
                return;
            case null or ValueType:
                return;
            case Bilingual text:
                found.Require(!string.IsNullOrWhiteSpace(text.Sv), path + ".sv", "a Swedish text, found none");
                found.Require(!string.IsNullOrWhiteSpace(text.En), path + ".en", "an English text, found none");
                RequirePlain(text.Sv, path + ".sv", found);
                RequirePlain(text.En, path + ".en", found);
                return;
            case IEnumerable list:
                WalkList(list, path, found);
                return;
            default:
                WalkProperties(value, path, found);
                return;
        }
    }

    private static void WalkList(IEnumerable list, string path, ErrorList found)
    {
        var index = 0;
        foreach (var item in list)
        {
            found.RequireValue(item, $"{path}[{index}]");
            Walk(item, $"{path}[{index++}]", found);
        }
    }

    private static void WalkProperties(object value, string path, ErrorList found)
    {
        // Only what the file holds: computed properties have no setter.
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var below = path + "." + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var content = property.GetValue(value);
            switch (property.Name, content)
            {
                case ("Source", IReadOnlyList<string> source):
                    found.Require(SeedSource.IsWellFormed(source), below, $"seed fact IDs such as \"S1.65\", or only \"{SeedSource.NotFromSeeds}\"");
                    break;
                case ("Version", int number):
                    found.Require(number >= 1, below, $"a version from 1 on, found {number}");
                    break;
                case ("Id", string id):
                    found.Require(id.Length > 0 && id.All(IsIdLetter), below, "an id of small letters a to z, digits and hyphens");
                    break;
                default:
                    Walk(content, below, found);
                    break;
            }
        }
    }

    // What is read must be what stands there: nothing that turns the direction of the letters, and nothing that a database can't hold.
    private static void RequirePlain(string? text, string path, ErrorList found)
    {
        if (text?.FirstOrDefault(IsHidden) is { } hidden && (hidden != '\0' || text.Contains('\0', StringComparison.Ordinal)))
        {
            found.Add(path, $"a text without control characters, found U+{(int)hidden:X4}");
        }
    }

    private static bool IsHidden(char letter) =>
        letter is '\0' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
