using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Shouldly;

namespace Hemvag.Tests.Programmes;

/// <summary>The programme file as shipped, whole or with one thing changed.</summary>
internal static class ProgrammeFiles
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "programmes");

    public static ProgrammeVersion Amp2018() => ProgrammeCatalogue.Load(Folder).Get("amp-2018");

    public static byte[] Bytes() => File.ReadAllBytes(Path.Combine(Folder, "amp-2018.json"));

    public static IReadOnlyList<ProgrammeFileError> ErrorsAfter(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Bytes())!;
        change(root);
        return ProgrammeFile.Read("amp-2018.json", Encoding.UTF8.GetBytes(root.ToJsonString())).Errors;
    }

    /// <summary>Changes one thing in the shipped file and looks for what its author is told.</summary>
    public static void ShouldTell(Action<JsonNode> change, string path, string expected)
    {
        var errors = ErrorsAfter(change);

        errors.ShouldContain(
            error => error.File == "amp-2018.json" && error.Path == path && error.Expected.Contains(expected, StringComparison.Ordinal),
            string.Join('\n', errors)
        );
    }
}
