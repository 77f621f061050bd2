using System.Text.Json.Nodes;

namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>Lists whose items are known by a key: they are compared item by item, wherever they stand.</summary>
internal static class KeyedList
{
    // An id first: a field has a kind too, which many share.
    private static readonly string[] Keys = ["id", "kind", "purpose", "category", "organisation"];

    /// <summary>The property by which the items of both lists are known; null when there is none.</summary>
    public static string? KeyOf(JsonArray one, JsonArray other) =>
        one.Count + other.Count == 0 ? null : Keys.FirstOrDefault(key => IsKeyOf(key, one) && IsKeyOf(key, other));

    public static string Key(JsonNode? item, string key) => (string)item![key]!;

    public static JsonNode Item(JsonArray list, PathPart part) => list.Single(item => Key(item, part.Name) == part.Key)!;

    private static bool IsKeyOf(string key, JsonArray list)
    {
        var keys = list.Select(item =>
                item is JsonObject row && row[key] is JsonValue value && value.TryGetValue<string>(out var found) ? found : null
            )
            .ToList();
        return !keys.Contains(null) && keys.Distinct(StringComparer.Ordinal).Count() == keys.Count;
    }
}
