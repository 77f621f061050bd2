using Hemvag.Data;

namespace Hemvag.Modules.MinimumView;

/// <summary>Why something on the page of the minimum view was refused.</summary>
internal static class MinimumRefusals
{
    public static readonly Refusal DayMissing = new("DayMissing", typeof(MinimumTexts));
}
