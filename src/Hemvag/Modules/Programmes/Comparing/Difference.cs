using System.Text.Json.Nodes;

namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>One line in which two versions differ. All of them together say everything: applied to the one version they give the other.</summary>
/// <param name="Path">Where, from the top of the version.</param>
/// <param name="Old">Null where there was nothing, or null itself.</param>
/// <param name="New">Null where there is nothing any more, or null itself. For <see cref="DifferenceKind.Reordered"/> the keys in their order.</param>
internal sealed record Difference(IReadOnlyList<PathPart> Path, DifferenceKind Kind, JsonNode? Old, JsonNode? New);

/// <summary>What has become of a place.</summary>
internal enum DifferenceKind
{
    Added,
    Removed,
    Changed,

    /// <summary>The same items in another order.</summary>
    Reordered,
}

/// <summary>A step on the way to a place: a property, or the item of a list that is known by its key.</summary>
/// <param name="Name">The property; of an item, the property that holds its key.</param>
/// <param name="Key">The item's key; null for a property.</param>
internal sealed record PathPart(string Name, string? Key = null)
{
    public override string ToString() => Key is null ? "." + Name : $"[{Name}={Key}]";
}
