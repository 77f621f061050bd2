using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// Every form that posts carries the antiforgery token and an operation id: a second press of the button, or a
/// resend, is the same operation and is answered as if it had succeeded. The id is kept when a refused form is shown
/// again, since nothing was done under it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IHtmlGenerator html, TimeProvider time) : TagHelper
{
    public const string OperationField = "OperationId";
    public const string VersionField = "SectionVersion";

    /// <summary>After the framework's own form helper.</summary>
    public override int Order => 1000;

    /// <summary>False for forms that are no operation: language, search, sign-out.</summary>
    public bool Operation { get; set; } = true;

    /// <summary>The version of the section as it was read, for "someone else has changed this meanwhile".</summary>
    public long? SectionVersion { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The framework's own helper leaves the token out where the action is written as a plain path.
        if (context.AllAttributes.TryGetAttribute("action", out var action) && action.Value is not null)
        {
            output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
        }
        if (Operation)
        {
            output.PostContent.AppendHtml(Hidden(OperationField, OperationId()));
        }
        if (SectionVersion is { } version)
        {
            output.PostContent.AppendHtml(Hidden(VersionField, Posted(VersionField) ?? version.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private string OperationId() =>
        Guid.TryParse(Posted(OperationField), CultureInfo.InvariantCulture, out var kept)
            ? kept.ToString()
            : Guid.CreateVersion7(time.GetUtcNow()).ToString();

    private string? Posted(string field)
    {
        var request = ViewContext.HttpContext.Request;
        return ViewContext.ModelState.IsValid || !request.HasFormContentType ? null : (string?)request.Form[field];
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}
