using System.Text.Json;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>Which types stand behind the properties of a version's file: so that a word, a day or an amount is shown as what it is.</summary>
internal static class DefinitionShape
{
    /// <summary>The type of a property, by its name in the file; null when the type has none of this name.</summary>
    public static Type? PropertyOf(Type? type, string name) =>
        type is null
            ? null
            : Written(type)
                .Where(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name)
                .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                .FirstOrDefault();

    /// <summary>The type of a list's items; null when it is no list.</summary>
    public static Type? ItemOf(Type? list) => list is { IsGenericType: true } && list != typeof(string) ? list.GetGenericArguments()[0] : null;

    /// <summary>The type at the end of a way through the file.</summary>
    public static Type? At(IEnumerable<PathPart> path) =>
        path.Aggregate((Type?)typeof(ProgrammeVersion), (type, part) => part.Key is null ? PropertyOf(type, part.Name) : ItemOf(type));

    /// <summary>Every property a file can hold, with the type it belongs to.</summary>
    public static IReadOnlyList<(Type Owner, string Name, Type Type)> Every()
    {
        var found = new List<(Type, string, Type)>();
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([typeof(ProgrammeVersion)]);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var property in Written(type))
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                var below = PropertyOf(type, name)!;
                below = ItemOf(below) ?? below;
                found.Add((type, name, below));
                if (below.Namespace == typeof(ProgrammeVersion).Namespace)
                {
                    open.Push(below);
                }
            }
        }

        return found;
    }

    // Computed properties have no setter, and stand in no file.
    private static IEnumerable<System.Reflection.PropertyInfo> Written(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
