using Hemvag.Data;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Why something about a link was refused.</summary>
internal static class LinkRefusals
{
    /// <summary>Wrong link, used link, wrong code, too many tries: all the same to whoever tries.</summary>
    public static readonly Refusal OneTimeLinkRefused = Of("OneTimeLinkRefused");

    public static readonly Refusal LinkNotLive = Of("LinkNotLive");

    public static readonly Refusal LinkUnknown = Of("LinkUnknown");

    public static readonly Refusal WindowClosed = Of("WindowClosed");

    private static Refusal Of(string name) => new(name, typeof(ConsultationsTexts));
}
