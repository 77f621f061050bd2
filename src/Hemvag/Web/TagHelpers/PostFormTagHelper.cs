using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// Every form that posts carries the antiforgery token and an operation id: a second press of the button, or a
/// resend, is the same operation and is answered as if it had succeeded. A form that is shown again has a new one, and the
/// version that the page has now read: whoever has seen what another saved meanwhile may write after it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IHtmlGenerator html, TimeProvider time) : TagHelper
{
    public const string OperationField = "OperationId";
    public const string TokenField = "__form";
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
            output.PostContent.AppendHtml(Hidden(OperationField, Guid.CreateVersion7(time.GetUtcNow()).ToString()));
        }
        if (SectionVersion is { } version)
        {
            output.PostContent.AppendHtml(Hidden(VersionField, version.ToString(CultureInfo.InvariantCulture)));
        }
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
