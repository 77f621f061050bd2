using Hemvag.Data;
using Hemvag.Web.Formatting;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// How a ceiling is used: confirmed (solid), paid and not yet confirmed (hatched), approved (tinted), reserved
/// (outlined in ochre), left (outlined). The table beside it holds the figures; the bar says them too.
/// </summary>
[HtmlTargetElement("use-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UseBarTagHelper(IStringLocalizer<WebTexts> texts) : TagHelper
{
    public Amount Ceiling { get; set; }

    /// <summary>All that is paid, the confirmed included.</summary>
    public Amount Paid { get; set; }

    public Amount Confirmed { get; set; }

    public Amount Approved { get; set; }

    public Amount Reserved { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var unconfirmed = Paid.Subtract(Confirmed);
        var left = Ceiling.Subtract(Paid).Subtract(Approved).Subtract(Reserved);
        var svg = Html.Svg(
            "use-bar",
            texts[
                "UseBar.Label",
                Amounts.Short(Confirmed),
                Amounts.Short(unconfirmed),
                Amounts.Short(Approved),
                Amounts.Short(Reserved),
                Amounts.Short(left),
                Ceiling.Currency
            ]
        );
        var at = 0.0;
        foreach (
            var (part, look) in ((Amount, string)[])
                [(Confirmed, "bar-confirmed"), (unconfirmed, "bar-paid"), (Approved, "bar-approved"), (Reserved, "bar-reserved"), (left, "bar-left")]
        )
        {
            var width = Ceiling.Minor <= 0 ? 0 : Math.Max(0, 100.0 * part.Minor / Ceiling.Minor);
            if (width > 0)
            {
                svg.InnerHtml.AppendHtml(Html.Rect(look, at, Math.Max(0, width - 0.4), 15, "%", y: 1.5));
            }
            at += width;
        }
        output.Content.AppendHtml(svg);
    }
}

/// <summary>What the five looks of a use bar mean: <c>&lt;bar-key /&gt;</c> once under the table.</summary>
[HtmlTargetElement("bar-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarKeyTagHelper(IStringLocalizer<WebTexts> texts) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar-key");
        foreach (
            var (look, key) in ((string, string)[])
                [
                    ("bar-confirmed", "UseBar.Confirmed"),
                    ("bar-paid", "UseBar.Paid"),
                    ("bar-approved", "UseBar.Approved"),
                    ("bar-reserved", "UseBar.Reserved"),
                    ("bar-left", "UseBar.Left"),
                ]
        )
        {
            var svg = Html.Svg("", label: null);
            svg.Attributes["width"] = "22";
            svg.Attributes["height"] = "14";
            svg.InnerHtml.AppendHtml(Html.Rect(look, 1, 19, 11, y: 1.5));
            var line = Html.Element("li");
            line.InnerHtml.AppendHtml(svg).Append(texts[key]);
            output.Content.AppendHtml(line);
        }
    }
}
