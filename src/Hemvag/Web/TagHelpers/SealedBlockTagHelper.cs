using Hemvag.Web.Formatting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// A compartment, closed (sunk, with the hatched edge of an envelope) or open (white, with ten marks for ten minutes).
/// State and clock stand in words as well. What is inside is the page's own markup.
/// </summary>
[HtmlTargetElement("sealed-block")]
public sealed class SealedBlockTagHelper(IStringLocalizer<WebTexts> texts, TimeProvider time) : TagHelper
{
    private const int Minutes = 10;

    /// <summary>The compartment's name.</summary>
    public string Title { get; set; } = "";

    /// <summary>When this reader opened it (UTC), or null while it is closed.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When it closes by itself (UTC).</summary>
    public DateTime? ClosesAt { get; set; }

    /// <summary>The zone of the reader's office.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>What it was opened for: beside the title when open.</summary>
    public string? Purpose { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", OpenedAt is null ? "sealed sealed-closed" : "sealed sealed-open");
        var body = Html.Element("div", "sealed-body");
        var head = Html.Element("div", "sealed-head");
        head.InnerHtml.AppendHtml(Html.Element("h2", null, Title))
            .AppendHtml(Html.P("second", OpenedAt is null ? texts["Sealed.Closed"] : Purpose ?? ""));
        body.InnerHtml.AppendHtml(head).AppendHtml(content);
        if (OpenedAt is { } opened && ClosesAt is { } closes)
        {
            var minutesLeft = Math.Clamp((int)Math.Ceiling((closes - time.GetUtcNow().UtcDateTime).TotalMinutes), 0, Minutes);
            output.Content.AppendHtml(Clock(opened, closes, minutesLeft)).AppendHtml(MarksFor(minutesLeft));
        }
        output.Content.AppendHtml(body);
    }

    private TagBuilder Clock(DateTime opened, DateTime closes, int minutesLeft)
    {
        var zone = Zone ?? TimeZoneInfo.Utc;
        var clock = Html.Element("div", "sealed-clock");
        var left = minutesLeft == 1 ? texts["Sealed.OneMinute"] : texts["Sealed.Minutes", minutesLeft];
        clock
            .InnerHtml.AppendHtml(Html.Span("strong", texts["Sealed.OpenedByYou", Moments.Time(opened, zone)]))
            .AppendHtml(Html.Span(null, texts["Sealed.Closes", Moments.Time(closes, zone), left]));
        return clock;
    }

    // Spent minutes stand first, as on a clock that has run.
    private static TagBuilder MarksFor(int minutesLeft)
    {
        var svg = Html.Svg("sealed-marks", label: null);
        for (var i = 0; i < Minutes; i++)
        {
            svg.InnerHtml.AppendHtml(Html.Rect(i < Minutes - minutesLeft ? "gone" : "left", i * 10.05, 9.55, 6, "%"));
        }
        return svg;
    }
}
