using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    Done,
    Current,
    Ahead,
}

/// <summary>A step of the programme with a line about it ("Klart 18 februari").</summary>
public sealed record StepBarItem(string Name, string Detail, StepState State);

/// <summary><c>&lt;step-bar steps="Model.Steps" /&gt;</c></summary>
[HtmlTargetElement("step-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepBarTagHelper(IStringLocalizer<WebTexts> texts) : TagHelper
{
    public required IEnumerable<StepBarItem> Steps { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "step-bar");
        output.Attributes.SetAttribute("aria-label", texts["StepBar.Label"].Value);
        var number = 0;
        foreach (var step in Steps)
        {
            output.Content.AppendHtml(Line(step, ++number));
        }
    }

    private TagBuilder Line(StepBarItem step, int number)
    {
        var line = new TagBuilder("li");
        line.AddCssClass(
            step.State == StepState.Done ? "step-done"
            : step.State == StepState.Current ? "step-now"
            : "step-ahead"
        );
        if (step.State == StepState.Current)
        {
            line.Attributes["aria-current"] = "step";
        }
        var track = new TagBuilder("span");
        track.AddCssClass("step-bar-track");
        var text = new TagBuilder("div");
        text.AddCssClass("step-bar-text");
        text.InnerHtml.AppendHtml(NameOf(step, number)).AppendHtml(Html.P("second", step.Detail));
        line.InnerHtml.AppendHtml(track).AppendHtml(text);
        return line;
    }

    private TagBuilder NameOf(StepBarItem step, int number)
    {
        var name = Html.P("step-bar-name");
        name.InnerHtml.AppendHtml(Html.Span(null, number.ToString(CultureInfo.InvariantCulture))).Append(step.Name);
        if (step.State == StepState.Done)
        {
            name.InnerHtml.AppendHtml(Html.Span("sr-only", texts["StepBar.Done"]));
        }
        return name;
    }
}
