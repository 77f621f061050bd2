using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Amounts that add up, and purposes that have a line or an open question.</summary>
internal static class EntitlementChecks
{
    // A hundred million in the smallest unit of a currency with two decimals: above it is a slip, and sums stay far from what a number holds.
    private const long Most = 10_000_000_000;

    private const int MostInstalments = 120;

    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        var set = version.Entitlements;
        found.Require(
            Currencies.IsKnown(set.Currency),
            "$.entitlements.currency",
            $"an ISO 4217 code in use (USD, EUR, SEK), found \"{set.Currency}\""
        );
        for (var index = 0; index < set.Lines.Count; index++)
        {
            CheckLine(set, index, found);
        }

        var sum = set.Lines.Select(line => line.CeilingMinor).Aggregate(0L, (all, one) => unchecked(all + one));
        found.Require(sum == set.AdultTotalMinor, "$.entitlements.adultTotalMinor", $"the sum of the ceilings, {sum}, found {set.AdultTotalMinor}");
        found.Require(
            set.FamilyCeilingMinor is not { } family || (family >= set.AdultTotalMinor && family <= Most),
            "$.entitlements.familyCeilingMinor",
            $"at least what one adult gets, at most {Most}, found {set.FamilyCeilingMinor}"
        );
        found.Require(set.ChildShare.Percent is >= 1 and <= 100, "$.entitlements.childShare.percent", $"1 to 100, found {set.ChildShare.Percent}");
        CheckPurposes(version, found);
    }

    private static void CheckLine(EntitlementSet set, int index, ErrorList found)
    {
        var line = set.Lines[index];
        var path = $"$.entitlements.lines[{index}]";
        found.Require(
            line.CeilingMinor is > 0 and <= Most,
            path + ".ceilingMinor",
            $"an amount above zero, at most {Most}, found {line.CeilingMinor}"
        );
        found.Require(line.Modes.Count > 0, path + ".modes", "at least one way of paying");
        found.Require(
            line.CeilingMinor * set.ChildShare.Percent % 100 == 0,
            path + ".ceilingMinor",
            "an amount whose child share is a whole number of minor units"
        );
        found.Require(
            line.Instalments is not null || line.Purposes.Count > 0,
            path + ".purposes",
            "at least one purpose, or instalments: a payment is asked for with its purpose"
        );
        if (line.Instalments is not { } plan)
        {
            return;
        }

        found.Require(
            plan.AmountMinor is > 0 and <= Most,
            path + ".instalments.amountMinor",
            $"an amount above zero, at most {Most}, found {plan.AmountMinor}"
        );
        found.Require(plan.Count is > 0 and <= MostInstalments, path + ".instalments.count", $"1 to {MostInstalments}, found {plan.Count}");
        found.Require(
            plan.AmountMinor * plan.Count == line.CeilingMinor,
            path + ".instalments",
            $"instalments that sum to the ceiling {line.CeilingMinor}, found {plan.AmountMinor * plan.Count}"
        );
        found.Require(
            plan.AmountMinor * set.ChildShare.Percent % 100 == 0,
            path + ".instalments.amountMinor",
            "an amount whose child share is a whole number of minor units"
        );
    }

    private static void CheckPurposes(ProgrammeVersion version, ErrorList found)
    {
        var answered = version
            .Entitlements.Lines.SelectMany(line => line.Purposes)
            .Concat(version.OpenQuestions.SelectMany(question => question.Purposes))
            .ToHashSet();
        for (var index = 0; index < version.Support.Count; index++)
        {
            version
                .Support[index]
                .Purposes.Where(purpose => !answered.Contains(purpose))
                .ToList()
                .ForEach(purpose =>
                    found.Add($"$.support[{index}].purposes", $"purposes that a line of support or an open question names, found {purpose}")
                );
        }
    }
}
