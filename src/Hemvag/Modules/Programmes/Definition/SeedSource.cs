using System.Text.RegularExpressions;

namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Where a rule comes from: fact IDs of the acceptance list (<c>S1.65</c>), or the mark <see cref="NotFromSeeds"/>.</summary>
internal static partial class SeedSource
{
    /// <summary>The mark of a rule that is our own suggestion.</summary>
    public const string NotFromSeeds = "not from the seeds";

    /// <summary>True when at least one seed fact stands behind the rule.</summary>
    public static bool IsFromSeeds(IReadOnlyList<string> source) => source.Any(id => Fact().IsMatch(id));

    /// <summary>True when every entry is a fact ID, or the only entry is the mark.</summary>
    public static bool IsWellFormed(IReadOnlyList<string> source) =>
        source is [NotFromSeeds] || (source.Count > 0 && source.All(id => Fact().IsMatch(id)));

    [GeneratedRegex("^S[0-4]\\.[1-9][0-9]?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fact();
}
