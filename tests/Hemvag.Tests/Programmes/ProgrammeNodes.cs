using System.Text.Json.Nodes;

namespace Hemvag.Tests.Programmes;

/// <summary>Finds things in a programme file that a test is about to change.</summary>
internal static class ProgrammeNodes
{
    public static JsonNode Row(JsonNode root, string kind) => root["milestones"]!.AsArray().Single(row => (string?)row!["kind"] == kind)!;

    public static JsonArray Gates(JsonNode root, string kind) => Row(root, kind)["gates"]!.AsArray();
}
