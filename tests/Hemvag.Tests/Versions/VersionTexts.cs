using System.Globalization;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Tests.Programmes;

namespace Hemvag.Tests.Versions;

/// <summary>Versions made from the one in force.</summary>
internal static class VersionTexts
{
    public static string Of(string id, DateOnly runsFrom, Action<JsonNode>? change = null)
    {
        var root = JsonNode.Parse(ProgrammeFiles.Bytes())!;
        root["id"] = id;
        root["shortName"] = new JsonObject { ["sv"] = $"Version {id}", ["en"] = $"Version {id}" };
        root["runsFrom"] = runsFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        change?.Invoke(root);
        return root.ToJsonString();
    }

    public static ProgrammeFile File(string id, DateOnly runsFrom, Action<JsonNode>? change = null) =>
        ProgrammeFile.ReadDraft(Of(id, runsFrom, change)) is { File: { } file }
            ? file
            : throw new InvalidOperationException("The version is broken.");

    /// <summary>What carries an invented case to its end.</summary>
    public static IReadOnlyList<SandboxMove> Carried(ProgrammeFile file) => RandomVersionTests.Carry(file.Version, new Random(3), file.Name).Moves;
}
