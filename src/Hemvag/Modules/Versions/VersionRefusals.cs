using Hemvag.Data;

namespace Hemvag.Modules.Versions;

/// <summary>Why something about a draft was refused.</summary>
internal static class VersionRefusals
{
    public static readonly Refusal DraftMissing = Of("DraftMissing");
    public static readonly Refusal DraftNotUtf8 = Of("DraftNotUtf8");
    public static readonly Refusal DraftInvalid = Of("DraftInvalid");
    public static readonly Refusal DraftEnded = Of("DraftEnded");
    public static readonly Refusal DraftNotCarried = Of("DraftNotCarried");
    public static readonly Refusal DraftNotSubmitted = Of("DraftNotSubmitted");
    public static readonly Refusal DraftNotYours = Of("DraftNotYours");
    public static readonly Refusal DraftYourOwn = Of("DraftYourOwn");
    public static readonly Refusal VersionSameDay = Of("VersionSameDay");
    public static readonly Refusal VersionTooEarly = Of("VersionTooEarly");
    public static readonly Refusal SandboxUnreadable = Of("SandboxUnreadable");

    private static Refusal Of(string name) => new(name, typeof(VersionsTexts));
}
