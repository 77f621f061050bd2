using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases;

/// <summary>The programme's steps as the step bar shows them.</summary>
internal static class CaseSteps
{
    public static IReadOnlyList<StepBarItem> For(Case @case, ProgrammeVersion programme, IStringLocalizer texts) =>
        [
            .. programme
                .Steps.OrderBy(s => s.Order)
                .Select(s =>
                {
                    var state = StateOf(s.Order, @case);
                    return new StepBarItem(s.Name.Shown, texts[$"Step.{state}"], state);
                }),
        ];

    private static StepState StateOf(int order, Case @case) =>
        @case.Has(Programmes.MilestoneKind.Closed) || @case.ClosingGround == ClosingGround.Completed || order < @case.Step ? StepState.Done
        : order == @case.Step ? StepState.Current
        : StepState.Ahead;
}
