using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>What the pages that write a risk row share: the typed row and what can be chosen.</summary>
internal abstract class RiskFormModel(RiskFields fields, IStringLocalizer<AssessmentsTexts> texts, TimeProvider time) : AssessmentPageModel(time)
{
    public RiskInput Input { get; set; } = new();

    internal RiskChoices Choices { get; private set; } = new([], [], [], [], []);

    internal IReadOnlyList<Choice> WithNone(IReadOnlyList<Choice> choices) => [.. choices, new Choice("", texts["Risk.NotAssessed"], Quiet: true)];

    protected async Task LoadChoicesAsync(RiskOwner? kept = null, string? keptName = null) =>
        Choices = await fields.ChoicesAsync(Handle, Today, kept, keptName);
}
