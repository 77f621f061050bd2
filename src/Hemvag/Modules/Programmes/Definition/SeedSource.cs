namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Where a rule comes from: fact IDs of the acceptance list (<c>S1.65</c>), or the mark <see cref="NotFromSeeds"/>.</summary>
internal static class SeedSource
{
    /// <summary>The mark of a rule that is our own suggestion.</summary>
    public const string NotFromSeeds = "not from the seeds";

    /// <summary>True when at least one seed fact stands behind the rule.</summary>
    public static bool IsFromSeeds(IReadOnlyList<string> source) => source.Any(IsFact);

    /// <summary>True when every entry is a fact ID, or the only entry is the mark.</summary>
    public static bool IsWellFormed(IReadOnlyList<string> source) => source is [NotFromSeeds] || (source.Count > 0 && source.All(IsFact));

    // By hand, not by a pattern: to build one takes longer than to read all programmes.
    private static bool IsFact(string id) =>
        id is ['S', >= '0' and <= '4', '.', >= '1' and <= '9'] or ['S', >= '0' and <= '4', '.', >= '1' and <= '9', >= '0' and <= '9'];
}
