using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>The small tick of a section that is done: <c>&lt;done-mark /&gt;</c>. Say "done" in words beside it.</summary>
[HtmlTargetElement("done-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DoneMarkTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Drawings.Done);
    }
}
