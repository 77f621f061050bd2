namespace Hemvag.Modules.Travel.Legs;

/// <summary>One leg as it is shown under an opening.</summary>
/// <param name="Plan">Null when what was sealed is gone.</param>
internal sealed record LegBlock(Leg Leg, LegPlan? Plan, TimeZoneInfo Zone);
