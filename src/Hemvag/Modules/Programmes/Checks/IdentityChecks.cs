using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>The version's own name and dates, its steps and its follow-up.</summary>
internal static class IdentityChecks
{
    private const int MostMonths = 60;

    public static void Check(ProgrammeVersion version, string file, ErrorList found)
    {
        var fromName = Path.GetFileNameWithoutExtension(file);
        found.Require(version.Id == fromName, "$.id", $"the file's own name \"{fromName}\", found \"{version.Id}\"");
        found.Require(
            version.CaseNumberPrefix.Length is >= 2 and <= 6 && version.CaseNumberPrefix.All(char.IsUpper),
            "$.caseNumberPrefix",
            "two to six capital letters"
        );
        found.Require(version.RunsUntil is null || version.RunsUntil >= version.RunsFrom, "$.runsUntil", "a day not before runsFrom");
        found.Require(version.Id.Length is >= 2 and <= 40, "$.id", $"2 to 40 letters, found {version.Id.Length}");
        // Cash support is followed up by figures and surveys, and by no contact of its own (S4.26).
        var least = version.Kind == ProgrammeKind.CashSupport ? 0 : 1;
        found.Require(
            version.FollowUp.Months >= least && version.FollowUp.Months <= MostMonths,
            "$.followUp.months",
            $"{(least == 1 ? "one month or more" : "no month or more")}, at most {MostMonths}, found {version.FollowUp.Months}"
        );
        found.Require(version.Steps.Count > 0, "$.steps", "at least one step");
        for (var index = 0; index < version.FollowUp.Options.Count; index++)
        {
            var months = version.FollowUp.Options[index].Months;
            found.Require(
                months > version.FollowUp.Months && months <= MostMonths,
                $"$.followUp.options[{index}].months",
                $"longer than the {version.FollowUp.Months} months, at most {MostMonths}, found {months}"
            );
        }

        for (var index = 0; index < version.Steps.Count; index++)
        {
            var order = version.Steps[index].Order;
            found.Require(order == index + 1, $"$.steps[{index}].order", $"{index + 1}, found {order}");
        }
    }
}
