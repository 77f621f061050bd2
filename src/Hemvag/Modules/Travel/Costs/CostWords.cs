using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What a cost is for, in words without anything sealed.</summary>
internal static class CostWords
{
    public static string Of(IStringLocalizer<TravelTexts> texts, Leg leg) =>
        texts["Costs.LegNumber", leg.Ordinal, texts[$"LegKind.{leg.Kind}"].Value];

    public static string Of(IStringLocalizer<TravelTexts> texts, TravelPaper paper) => texts[$"PaperKind.{paper.Kind}"];

    /// <returns>Null for a cost that is for none in particular.</returns>
    public static string? OfSubject(IStringLocalizer<TravelTexts> texts, TravelCostsView view, TravelCost cost) =>
        view.LegOf(cost) is { } leg ? Of(texts, leg)
        : view.PaperOf(cost) is { } paper ? Of(texts, paper)
        : null;
}
