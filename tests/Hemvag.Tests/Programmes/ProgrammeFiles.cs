using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

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
}
