using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// The panel above a form that says what has to be put right, with a link to each field; nothing when all is well.
/// Written when the whole page is, since the labels it names are rendered below it.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<WebTexts> texts) : TagHelper
{
    /// <summary>What to say instead of "nothing is saved yet": on forms that save as they go.</summary>
    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!ViewContext.ModelState.IsValid)
        {
            output.Content.SetHtmlContent(new Panel(this, ViewContext.ModelState));
        }
    }

    private TagBuilder Build(ModelStateDictionary state)
    {
        var panel = new TagBuilder("div");
        panel.AddCssClass("error-summary");
        panel.Attributes["role"] = "alert";
        panel.Attributes["tabindex"] = "-1";
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Title ?? texts["Errors.Summary"]);
        var list = new TagBuilder("ul");
        var labels = FieldLabels.Of(ViewContext.HttpContext);
        foreach (var (name, entry) in state.Where(e => e.Value?.Errors.Count > 0).OrderBy(e => labels.PlaceOf(e.Key)))
        {
            list.InnerHtml.AppendHtml(Line(name, entry!.Errors[0].ErrorMessage, labels));
        }
        panel.InnerHtml.AppendHtml(heading).AppendHtml(list);
        return panel;
    }

    private TagBuilder Line(string name, string message, FieldLabels labels)
    {
        var line = new TagBuilder("li");
        if (!labels.TryGet(name, out var field))
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + field.Id;
        link.InnerHtml.Append(texts["Errors.Correct", field.Label]);
        line.InnerHtml.AppendHtml(link);
        return line;
    }

    private sealed class Panel(ErrorSummaryTagHelper summary, ModelStateDictionary state) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => summary.Build(state).WriteTo(writer, encoder);
    }
}
