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
            case null or string or ValueType:
                return;
            case Bilingual text:
                found.Require(!string.IsNullOrWhiteSpace(text.Sv), path + ".sv", "a Swedish text, found none");
                found.Require(!string.IsNullOrWhiteSpace(text.En), path + ".en", "an English text, found none");
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

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
