using Hemvag.TestKit;
using Shouldly;

namespace Hemvag.Tests.House;

/// <summary>A page of docs/ that is printed from the code: it is compared, and written anew with HEMVAG_WRITE_DOCS=1.</summary>
internal static class WrittenDocs
{
    private static readonly bool Write = Environment.GetEnvironmentVariable("HEMVAG_WRITE_DOCS") == "1";

    public static void ShouldHold(string name, string content)
    {
        var path = Path.Combine(RepositoryFolder.Path, "docs", name);
        if (Write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }

        var held = File.Exists(path) ? File.ReadAllText(path) : "";
        (held == content).ShouldBeTrue($"docs/{name} is older than the code: run this test with HEMVAG_WRITE_DOCS=1 and look at what changes.");
    }
}
