using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>Ceilings and instalments of an entitlement, in minor units of the set's currency.</summary>
internal static class EntitlementRules
{
    /// <summary>The ceiling of a category for one adult; null when the version has no such line.</summary>
    public static long? AdultCeilingMinor(EntitlementSet set, EntitlementCategory category) => Line(set, category)?.CeilingMinor;

    /// <summary>The ceiling for one accompanying child; null when the version has no such line.</summary>
    public static long? ChildCeilingMinor(EntitlementSet set, EntitlementCategory category) =>
        Line(set, category) is { } line ? Share(set, line.CeilingMinor) : null;

    public static long AdultTotalMinor(EntitlementSet set) => set.Lines.Sum(line => line.CeilingMinor);

    public static long ChildTotalMinor(EntitlementSet set) => set.Lines.Sum(line => Share(set, line.CeilingMinor));

    /// <summary>The instalments of a line for an adult, in order; empty where payments follow the need.</summary>
    public static IReadOnlyList<long> AdultInstalmentsMinor(EntitlementDefinition line) =>
        line.Instalments is { } plan ? [.. Enumerable.Repeat(plan.AmountMinor, plan.Count)] : [];

    /// <summary>The instalments of a line for an accompanying child, in order.</summary>
    public static IReadOnlyList<long> ChildInstalmentsMinor(EntitlementSet set, EntitlementDefinition line) =>
        [.. AdultInstalmentsMinor(line).Select(amount => Share(set, amount))];

    /// <summary>A line as it holds for an accompanying child: its share of the ceiling and of each instalment (S1.70, S3.28).</summary>
    public static EntitlementDefinition OfChild(EntitlementSet set, EntitlementDefinition line) =>
        line with
        {
            CeilingMinor = Share(set, line.CeilingMinor),
            Instalments = line.Instalments is { } plan ? plan with { AmountMinor = Share(set, plan.AmountMinor) } : null,
        };

    public static EntitlementDefinition? Line(EntitlementSet set, EntitlementCategory category) =>
        set.Lines.SingleOrDefault(line => line.Category == category);

    private static long Share(EntitlementSet set, long minor) => new Amount(minor, set.Currency).Percent(set.ChildShare.Percent).Minor;
}
