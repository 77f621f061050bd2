using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// One gate of the next milestone: tick or ring, what, how or what is missing, and a link whose text names the act.
/// <c>&lt;gate-line met="false" title="…" detail="…" href="…" link="Ange åtgärd på rad 3" /&gt;</c>
/// </summary>
[HtmlTargetElement("gate-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GateLineTagHelper(IStringLocalizer<WebTexts> texts) : TagHelper
{
    public bool Met { get; set; }

    public string Title { get; set; } = "";

    public string? Detail { get; set; }

    /// <summary>Null for those who may not open the page where the gate is met.</summary>
    public string? Href { get; set; }

    /// <summary>What the link does. Without it a met gate says "Visa"; an open one needs its own words.</summary>
    public string? Link { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Met ? "gate-line" : "gate-line gate-open");
        var title = Html.P("line-1");
        title.InnerHtml.AppendHtml(Html.Span("sr-only", Met ? texts["Gate.Met"] : texts["Gate.Open"])).Append(" ").Append(Title);
        var text = Html.Element("div");
        text.InnerHtml.AppendHtml(title);
        if (!string.IsNullOrEmpty(Detail))
        {
            text.InnerHtml.AppendHtml(Html.P("line-2", Detail));
        }
        output.Content.AppendHtml(Met ? Drawings.Tick : Drawings.Ring).AppendHtml(text);
        // A null in the page arrives as an empty string.
        if (!string.IsNullOrEmpty(Href))
        {
            var named = !string.IsNullOrEmpty(Link);
            var link = Html.Link(Href, named ? Link! : texts["Gate.Show"].Value);
            if (!named)
            {
                link.InnerHtml.AppendHtml(Html.Span("sr-only", " " + Title));
            }
            output.Content.AppendHtml(link);
        }
    }
}
