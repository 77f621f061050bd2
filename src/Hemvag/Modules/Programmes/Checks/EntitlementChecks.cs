using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Amounts that add up, and purposes that have a line or an open question.</summary>
internal static class EntitlementChecks
{
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

        var sum = set.Lines.Sum(line => line.CeilingMinor);
        found.Require(sum == set.AdultTotalMinor, "$.entitlements.adultTotalMinor", $"the sum of the ceilings, {sum}, found {set.AdultTotalMinor}");
        found.Require(set.ChildShare.Percent is >= 1 and <= 100, "$.entitlements.childShare.percent", $"1 to 100, found {set.ChildShare.Percent}");
        CheckPurposes(version, found);
    }

    private static void CheckLine(EntitlementSet set, int index, ErrorList found)
    {
        var line = set.Lines[index];
        var path = $"$.entitlements.lines[{index}]";
        found.Require(line.CeilingMinor > 0, path + ".ceilingMinor", $"an amount above zero, found {line.CeilingMinor}");
        found.Require(line.Modes.Count > 0, path + ".modes", "at least one way of paying");
        found.Require(
            line.CeilingMinor * set.ChildShare.Percent % 100 == 0,
            path + ".ceilingMinor",
            "an amount whose child share is a whole number of minor units"
        );
        if (line.Instalments is not { } plan)
        {
            return;
        }

        found.Require(plan.AmountMinor > 0, path + ".instalments.amountMinor", $"an amount above zero, found {plan.AmountMinor}");
        found.Require(plan.Count > 0, path + ".instalments.count", $"one or more, found {plan.Count}");
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
