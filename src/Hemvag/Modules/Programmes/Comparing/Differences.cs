using System.Text.Json.Nodes;

namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>Compares two versions as they are written, line by line. Pure.</summary>
internal static class Differences
{
    public static IReadOnlyList<Difference> Between(string old, string @new)
    {
        var found = new List<Difference>();
        Compare(JsonNode.Parse(old), JsonNode.Parse(@new), [], found);
        return found;
    }

    /// <summary>The old version with the differences applied one after the other.</summary>
    public static JsonNode Apply(string old, IEnumerable<Difference> differences)
    {
        var root = JsonNode.Parse(old)!;
        foreach (var difference in differences)
        {
            Apply(root, difference);
        }

        return root;
    }

    private static void Compare(JsonNode? old, JsonNode? @new, IReadOnlyList<PathPart> path, List<Difference> found)
    {
        switch (old, @new)
        {
            case (JsonObject before, JsonObject after):
                CompareProperties(before, after, path, found);
                break;
            case (JsonArray before, JsonArray after) when KeyedList.KeyOf(before, after) is { } key:
                CompareItems(before, after, key, path, found);
                break;
            default:
                if (!JsonNode.DeepEquals(old, @new))
                {
                    found.Add(new Difference(path, DifferenceKind.Changed, old, @new));
                }

                break;
        }
    }

    private static void CompareProperties(JsonObject before, JsonObject after, IReadOnlyList<PathPart> path, List<Difference> found)
    {
        foreach (var (name, value) in before)
        {
            var here = path.Append(new PathPart(name)).ToList();
            if (after.TryGetPropertyValue(name, out var other))
            {
                Compare(value, other, here, found);
            }
            else
            {
                found.Add(new Difference(here, DifferenceKind.Removed, value, null));
            }
        }

        foreach (var (name, value) in after.Where(pair => !before.ContainsKey(pair.Key)))
        {
            found.Add(new Difference([.. path, new PathPart(name)], DifferenceKind.Added, null, value));
        }
    }

    private static void CompareItems(JsonArray before, JsonArray after, string key, IReadOnlyList<PathPart> path, List<Difference> found)
    {
        var old = before.ToDictionary(item => KeyedList.Key(item, key), StringComparer.Ordinal);
        var @new = after.ToDictionary(item => KeyedList.Key(item, key), StringComparer.Ordinal);
        foreach (var (id, item) in old)
        {
            List<PathPart> here = [.. path, new PathPart(key, id)];
            if (@new.TryGetValue(id, out var other))
            {
                Compare(item, other, here, found);
            }
            else
            {
                found.Add(new Difference(here, DifferenceKind.Removed, item, null));
            }
        }

        found.AddRange(
            @new.Where(pair => !old.ContainsKey(pair.Key))
                .Select(pair => new Difference([.. path, new PathPart(key, pair.Key)], DifferenceKind.Added, null, pair.Value))
        );
        // What was added stands last until it is put in its place.
        List<string> stands = [.. old.Keys.Where(@new.ContainsKey), .. @new.Keys.Where(id => !old.ContainsKey(id))];
        if (!stands.SequenceEqual(@new.Keys, StringComparer.Ordinal))
        {
            found.Add(new Difference(path, DifferenceKind.Reordered, Names(stands), Names(@new.Keys)));
        }
    }

    private static JsonArray Names(IEnumerable<string> keys) => [.. keys.Select(key => (JsonNode)key)];

    private static void Apply(JsonNode root, Difference difference)
    {
        if (difference.Kind == DifferenceKind.Reordered)
        {
            Reorder((JsonArray)At(root, difference.Path), difference.New!.AsArray());
            return;
        }

        var parent = At(root, [.. difference.Path.SkipLast(1)]);
        var last = difference.Path[^1];
        if (parent is JsonObject owner)
        {
            owner.Remove(last.Name);
            if (difference.Kind != DifferenceKind.Removed)
            {
                owner[last.Name] = difference.New?.DeepClone();
            }

            return;
        }

        var list = (JsonArray)parent;
        if (difference.Kind == DifferenceKind.Added)
        {
            list.Add(difference.New?.DeepClone());
        }
        else
        {
            list.Remove(KeyedList.Item(list, last));
        }
    }

    private static void Reorder(JsonArray list, JsonArray keys)
    {
        var key = KeyedList.KeyOf(list, list)!;
        var items = list.ToDictionary(item => KeyedList.Key(item, key), StringComparer.Ordinal);
        list.Clear();
        foreach (var one in keys)
        {
            list.Add(items[(string)one!]);
        }
    }

    private static JsonNode At(JsonNode root, IReadOnlyList<PathPart> path) =>
        path.Aggregate(root, (node, part) => part.Key is null ? node[part.Name]! : KeyedList.Item((JsonArray)node, part));
}
