namespace Hemvag.Modules.Cases;

/// <summary>Operations that show in a case's timeline only to those who may do something. Registered by the module whose wall it is.</summary>
/// <param name="Kinds">The kinds of operation, jobs included.</param>
internal sealed record Walled(CaseAction Needs, IReadOnlyList<string> Kinds)
{
    /// <summary>The kinds that this reader is not shown.</summary>
    public static List<string> HiddenFrom(CaseHandle reader, IEnumerable<Walled> all) =>
        [.. all.Where(w => !reader.May(w.Needs)).SelectMany(w => w.Kinds)];
}
