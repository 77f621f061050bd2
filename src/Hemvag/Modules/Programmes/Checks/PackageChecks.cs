using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What those outside may be handed: each field once and at least one; cash support has no journey to hand anything out for.</summary>
internal static class PackageChecks
{
    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        var packages = version.Packages ?? [];
        found.Require(packages.Count == 0 || version.Kind != ProgrammeKind.CashSupport, "$.packages", "none in cash support, which has no journey");
        for (var index = 0; index < packages.Count; index++)
        {
            var path = $"$.packages[{index}].fields";
            found.Require(packages[index].Fields.Count > 0, path, "at least one field");
            UniqueIds.Once(packages[index].Fields, field => field, path, "name", found);
        }
    }
}
