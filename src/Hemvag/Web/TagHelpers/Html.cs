using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hemvag.Web.TagHelpers;

/// <summary>Builds elements; every text that goes in is encoded.</summary>
internal static class Html
{
    public static TagBuilder P(string cssClass, string? text = null) => Element("p", cssClass, text);

    public static TagBuilder Span(string? cssClass, string? text = null) => Element("span", cssClass, text);

    public static TagBuilder Link(string path, string text)
    {
        var link = Element("a", null, text);
        link.Attributes["href"] = path;
        return link;
    }

    public static TagBuilder Element(string tag, string? cssClass = null, string? text = null)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }
        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }
        return element;
    }

    /// <summary>A drawing with its meaning in words; without words it is decoration.</summary>
    public static TagBuilder Svg(string cssClass, string? label)
    {
        var svg = Element("svg", cssClass);
        if (label is null)
        {
            svg.Attributes["aria-hidden"] = "true";
            return svg;
        }
        svg.Attributes["role"] = "img";
        svg.Attributes["aria-label"] = label;
        return svg;
    }

    public static TagBuilder Rect(string cssClass, double x, double width, double height, string unit = "", double y = 0)
    {
        var rect = Element("rect", cssClass);
        rect.Attributes["x"] = Figure(x) + unit;
        rect.Attributes["y"] = Figure(y);
        rect.Attributes["width"] = Figure(width) + unit;
        rect.Attributes["height"] = Figure(height);
        return rect;
    }

    public static string Figure(double figure) => figure.ToString("0.###", CultureInfo.InvariantCulture);
}
