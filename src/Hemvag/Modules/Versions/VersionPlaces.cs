namespace Hemvag.Modules.Versions;

/// <summary>Addresses of the programme versions.</summary>
internal static class VersionPlaces
{
    public const string All = "/programmes";
    public const string NewDraft = "/programmes/drafts/new";

    public static string Version(string id) => $"{All}/{id}";

    public static string Changes(string id) => $"{All}/{id}/changes";

    public static string Draft(Guid id) => $"{All}/drafts/{id:D}";

    public static string DraftChanges(Guid id) => $"{All}/drafts/{id:D}/changes";

    public static string Sandbox(Guid id) => $"{All}/drafts/{id:D}/sandbox";
}
