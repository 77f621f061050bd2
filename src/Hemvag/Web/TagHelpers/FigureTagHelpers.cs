using Hemvag.Data;
using Hemvag.Web.Formatting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// An amount. <c>&lt;money value="Model.Left" /&gt;</c> writes it short, as in tables whose heading names the
/// currency; <c>full</c> writes decimals and currency.
/// </summary>
[HtmlTargetElement("money", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper : TagHelper
{
    public Amount Value { get; set; }

    public bool Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Value.IsZero ? "number zero" : "number");
        output.Content.SetContent(Full ? Amounts.Full(Value) : Amounts.Short(Value));
    }
}

/// <summary>A day: <c>&lt;day value="Model.Departure" /&gt;</c>, with <c>as="weekday"</c>, <c>short</c> or <c>year</c>.</summary>
[HtmlTargetElement("day", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper(TimeProvider time) : TagHelper
{
    public DateOnly? Value { get; set; }

    /// <summary>weekday (fredag 13 mars), short (5 mars), year (13 mars 2026); else 13 mars. Another year than this is always said.</summary>
    public string? As { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } day)
        {
            output.SuppressOutput();
            return;
        }
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Dates.Iso(day));
        output.Content.SetContent(
            As switch
            {
                "weekday" => Dates.WeekdayNear(day, today),
                "short" => Dates.ShortDayNear(day, today),
                "year" => Dates.Day(day, year: true),
                _ => Dates.DayNear(day, today),
            }
        );
    }
}

/// <summary>A UTC moment in a zone: <c>&lt;moment value="row.At" zone="Model.Zone" /&gt;</c>, with <c>as="time"</c>, <c>day</c> or <c>year</c>.</summary>
[HtmlTargetElement("moment", Attributes = "value,zone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentTagHelper(TimeProvider time) : TagHelper
{
    public DateTime? Value { get; set; }

    public required TimeZoneInfo Zone { get; set; }

    /// <summary>time (14.02), day (4 mars), year (4 mars 2026 kl. 10.20); else 4 mars kl. 10.20.</summary>
    public string? As { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } utc)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Moments.Iso(utc));
        var today = Moments.DayOf(time.GetUtcNow().UtcDateTime, Zone);
        output.Content.SetContent(
            As switch
            {
                "time" => Moments.Time(utc, Zone),
                "day" => Dates.DayNear(Moments.DayOf(utc, Zone), today),
                "year" => Moments.DayAndTime(utc, Zone, year: true),
                _ => Moments.DayAndTime(utc, Zone, year: Moments.DayOf(utc, Zone).Year != today.Year),
            }
        );
    }
}
