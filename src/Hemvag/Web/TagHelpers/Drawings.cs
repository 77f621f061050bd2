using Microsoft.AspNetCore.Html;

namespace Hemvag.Web.TagHelpers;

/// <summary>The four small marks. Fixed drawings: nothing typed by anyone is ever put into them.</summary>
internal static class Drawings
{
    public static readonly IHtmlContent Tick = new HtmlString(
        """<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="11" fill="currentColor"/><path class="gate-tick" d="M6.5 11.3l3.1 3.1 6-6.3" fill="none" stroke-width="2"/></svg>"""
    );

    public static readonly IHtmlContent Ring = new HtmlString(
        """<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="9.5" fill="none" stroke="currentColor" stroke-width="2.5"/></svg>"""
    );

    public static readonly IHtmlContent Wrong = new HtmlString(
        """<svg width="19" height="19" viewBox="0 0 19 19" aria-hidden="true"><circle cx="9.5" cy="9.5" r="9.5" fill="currentColor"/><path d="M9.5 4.5v6.2M9.5 13.2v1.4" stroke="var(--surface)" stroke-width="2.2"/></svg>"""
    );

    public static readonly IHtmlContent Done = new HtmlString(
        """<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" stroke-width="1.8"/></svg>"""
    );
}
