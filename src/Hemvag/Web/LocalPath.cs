namespace Hemvag.Web;

/// <summary>A path posted to be returned to is followed only when it stays on this site; a header holds ASCII alone.</summary>
internal static class LocalPath
{
    public static string OrRoot(string? path) => IsLocal(path) ? path! : "/";

    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(c => c is '\\' || char.IsControl(c) || !char.IsAscii(c));
}
