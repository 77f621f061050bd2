using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>
/// What the pages of cash support can carry: a decision is entered as decided and referred at once, asked for when IOM Finland has confirmed
/// receipt, and paid to someone who has come (S4.19, S4.22).
/// </summary>
internal static class CashChecks
{
    /// <summary>The milestones in their order, with those whose task each can be and the gates that can be met there.</summary>
    public static readonly IReadOnlyList<CashMilestone> Rows =
    [
        new(MilestoneKind.FirstContact, null, [Role.MigrationOfficer], []),
        new(MilestoneKind.EligibilityDecided, MilestoneKind.FirstContact, [Role.MigrationOfficer], []),
        new(MilestoneKind.Referred, MilestoneKind.EligibilityDecided, [Role.MigrationOfficer], []),
        new(MilestoneKind.ReceiptConfirmed, MilestoneKind.Referred, [Role.IomCaseworker], [GateKind.IomConsent, GateKind.LocalOfficeConsent]),
        new(MilestoneKind.PresentedHerself, null, [Role.LocalOfficeWorker], []),
        new(MilestoneKind.CashPaid, null, [Role.LocalOfficeWorker], []),
        new(MilestoneKind.Closed, null, [Role.MigrationOfficer, Role.IomCaseworker], [GateKind.MoneySettled]),
    ];

    /// <param name="After">What must come somewhere before it; null where the order of the list is enough.</param>
    internal sealed record CashMilestone(MilestoneKind Kind, MilestoneKind? After, Role[] Able, GateKind[] Gates);

    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        var rows = version.Milestones;
        var kinds = Rows.Select(row => row.Kind).ToList();
        found.Require(
            rows.Select(row => row.Kind).SequenceEqual(kinds),
            "$.milestones",
            $"the milestones of cash support in their order and no others: {string.Join(", ", kinds)}"
        );
        foreach (var needed in Rows)
        {
            CheckPlace(rows, needed, found);
        }

        for (var index = 0; index < rows.Count; index++)
        {
            if (Rows.FirstOrDefault(one => one.Kind == rows[index].Kind) is { } known)
            {
                CheckRow(rows[index], known, $"$.milestones[{index}]", found);
            }
        }

        CheckRules(version, found);
    }

    private static void CheckPlace(IReadOnlyList<MilestoneDefinition> rows, CashMilestone needed, ErrorList found)
    {
        var row = rows.FirstOrDefault(one => one.Kind == needed.Kind);
        found.Require(
            row is not null && (needed.After is not { } before || Predecessors.Of(rows, row.Kind).Contains(before)),
            "$.milestones",
            $"{needed.Kind}{(needed.After is { } first ? $", after {first}" : "")}"
        );
    }

    private static void CheckRow(MilestoneDefinition row, CashMilestone known, string path, ErrorList found)
    {
        found.Require(row.Roles.Any(known.Able.Contains), path + ".roles", $"one whose task it can be: {string.Join(" or ", known.Able)}");
        foreach (var gate in row.Gates.Except(known.Gates))
        {
            found.Add(path + ".gates", $"gates that cash support can meet before {row.Kind} ({Words(known.Gates)}), found {gate}");
        }
    }

    private static void CheckRules(ProgrammeVersion version, ErrorList found)
    {
        found.Require(version.Gatekeeper.Role == Role.MigrationOfficer, "$.gatekeeper.role", $"{Role.MigrationOfficer}: Migrationsverket decides");
        found.Require(version.Gatekeeper.Organisation is not null, "$.gatekeeper.organisation", "the code of the one organisation that decides");
        found.Require(
            version.Entitlements.Lines is [{ Category: EntitlementCategory.CashSupport, Instalments: null }],
            "$.entitlements.lines",
            $"one line {EntitlementCategory.CashSupport}, without instalments"
        );
        found.Require(version.Eligibility.Countries is { Count: > 0 }, "$.eligibility.countries", "the countries a decision can concern, found none");
        found.Require(version.Combination is not null, "$.combination", "whether it may be given beside another scheme, found nothing");
    }

    private static string Words(GateKind[] gates) => gates.Length == 0 ? "none" : string.Join(", ", gates);
}
