using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Versions.Drafts;

namespace Hemvag.Demo;

/// <summary>An invented version that national coordination is trying: the one in force with a longer follow-up and a few other changes.</summary>
internal sealed class DemoDraft(DemoStageHand hand, ProgrammeCatalogue programmes)
{
    public const string Id = "amp-test";

    public async Task UploadAsync(DateOnly today)
    {
        hand.Clock.MoveTo(today.AddDays(-4));
        var content = Content(programmes.Files.Single(file => file.Version.Id == "amp-2018"), today.AddDays(60));
        var file = ProgrammeFile.ReadDraft(content).File ?? throw new InvalidOperationException("The demo's draft does not hold together.");
        await hand.DoAsync("national-1", (scope, me, id) => scope.GetRequiredService<DraftDesk>().UploadAsync(me, id, file));
    }

    /// <summary>What stands in the draft.</summary>
    public static string Content(ProgrammeFile of, DateOnly runsFrom)
    {
        var root = JsonNode.Parse(of.Content)!;
        root["id"] = Id;
        root["shortName"] = Both("ÅMP, påhittat utkast", "ÅMP, invented draft");
        root["runsFrom"] = runsFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        root["followUp"]!["months"] = 9;
        root["followUp"]!["text"] = Both(
            "Det lokala kontoret håller kontakt i minst nio månader.",
            "The local office keeps contact for at least nine months."
        );
        var health = root["entitlements"]!["lines"]!.AsArray().Single(line => (string?)line!["category"] == nameof(EntitlementCategory.Health))!;
        health["ceilingMinor"] = (long)health["ceilingMinor"]! + 20_000;
        root["entitlements"]!["adultTotalMinor"] = (long)root["entitlements"]!["adultTotalMinor"]! + 20_000;
        var booked = root["milestones"]!.AsArray().Single(row => (string?)row!["kind"] == nameof(MilestoneKind.Booked))!;
        booked["gates"]!.AsArray().Add(nameof(GateKind.RiskTableComplete));
        return root.ToJsonString(
            new System.Text.Json.JsonSerializerOptions
            {
                WriteIndented = true,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }

    private static JsonObject Both(string sv, string en) => new() { ["sv"] = sv, ["en"] = en };
}
