using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Comparing;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Versions.Reading;

/// <summary>A version as a page shows it: an overview first, then everything that stands in it.</summary>
internal sealed record VersionShown(ProgrammeFile File, IReadOnlyList<ShownField> Everything)
{
    public ProgrammeVersion Version => File.Version;

    public EntitlementSet Money => Version.Entitlements;

    public IEnumerable<MilestoneDefinition> Of(ProgrammeStep step) => Version.Milestones.Where(row => row.Step == step.Id);

    public Amount Adult(EntitlementDefinition line) => new(line.CeilingMinor, Money.Currency);

    public Amount Child(EntitlementDefinition line) => new(EntitlementRules.ChildCeilingMinor(Money, line.Category) ?? 0, Money.Currency);

    public Amount AdultTotal => new(EntitlementRules.AdultTotalMinor(Money), Money.Currency);

    public Amount ChildTotal => new(EntitlementRules.ChildTotalMinor(Money), Money.Currency);
}
