using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>The version's own name and dates, its steps and its follow-up.</summary>
internal static class IdentityChecks
{
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
        found.Require(version.FollowUp.Months >= 1, "$.followUp.months", $"one month or more, found {version.FollowUp.Months}");
        for (var index = 0; index < version.Steps.Count; index++)
        {
            var order = version.Steps[index].Order;
            found.Require(order == index + 1, $"$.steps[{index}].order", $"{index + 1}, found {order}");
        }
    }
}
