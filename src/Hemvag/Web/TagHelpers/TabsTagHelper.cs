using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>A section with an address of its own. What the user may not open is not in the list.</summary>
public sealed record TabLink(string Text, string Path, bool Current);

/// <summary><c>&lt;tabs links="Model.Tabs" label="@T["Case.Sections"]" /&gt;</c></summary>
[HtmlTargetElement("tabs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TabsTagHelper : TagHelper
{
    public required IEnumerable<TabLink> Links { get; set; }

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        var list = Html.Element("ul");
        foreach (var tab in Links)
        {
            var link = Html.Link(tab.Path, tab.Text);
            if (tab.Current)
            {
                link.Attributes["aria-current"] = "page";
            }
            var line = Html.Element("li");
            line.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(line);
        }
        output.Content.AppendHtml(list);
    }
}

/// <summary>Nothing there, said kindly: <c>&lt;empty-state title="…" detail="…" /&gt;</c></summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Detail { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty-state");
        output.PreContent.AppendHtml(Html.P("line-1", Title));
        if (!string.IsNullOrEmpty(Detail))
        {
            output.PreContent.AppendHtml(Html.P("second", Detail));
        }
    }
}
