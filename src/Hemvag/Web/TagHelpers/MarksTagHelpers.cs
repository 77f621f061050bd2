using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>On the deep block: how many gates are met. <c>&lt;gate-marks met="3" of="4" text="3 av 4 villkor är uppfyllda" /&gt;</c></summary>
[HtmlTargetElement("gate-marks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GateMarksTagHelper : TagHelper
{
    private const int Width = 22;
    private const int Pitch = 27;

    public int Met { get; set; }

    public int Of { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gate-marks");
        var svg = Html.Svg("", label: null);
        svg.Attributes["width"] = Html.Figure(Of * Pitch);
        svg.Attributes["height"] = "8";
        for (var i = 0; i < Of; i++)
        {
            svg.InnerHtml.AppendHtml(
                i < Met ? Html.Rect("met", i * Pitch, Width, 6, y: 1) : Html.Rect("unmet", i * Pitch + 0.75, Width - 1.5, 4.5, y: 1.75)
            );
        }
        output.Content.AppendHtml(svg).AppendHtml(Html.Span(null, Text));
    }
}

/// <summary>In rows: how far along its stages something is. <c>&lt;stage-marks done="2" of="5" text="Godkänd" /&gt;</c></summary>
[HtmlTargetElement("stage-marks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StageMarksTagHelper : TagHelper
{
    private const int Width = 14;
    private const int Pitch = 18;

    public int Done { get; set; }

    public int Of { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "second");
        var svg = Html.Svg("stage-marks", label: null);
        svg.Attributes["width"] = Html.Figure(Of * Pitch);
        svg.Attributes["height"] = "6";
        for (var i = 0; i < Of; i++)
        {
            svg.InnerHtml.AppendHtml(i < Done ? Html.Rect("done", i * Pitch, Width, 5) : Html.Rect("left", i * Pitch + 0.5, Width - 1, 4, y: 0.5));
        }
        output.Content.AppendHtml(svg).Append(" ").Append(Text);
    }
}

/// <summary>A thin bar under a count: <c>&lt;count-bar value="4" max="11" /&gt;</c>. The figure stands beside it in words.</summary>
[HtmlTargetElement("count-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CountBarTagHelper : TagHelper
{
    public int Value { get; set; }

    public int Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var svg = Html.Svg("count-bar", label: null);
        svg.InnerHtml.AppendHtml(Html.Rect("done", 0, Max <= 0 ? 0 : 100.0 * Value / Max, 4, "%"));
        output.Content.AppendHtml(svg);
    }
}
