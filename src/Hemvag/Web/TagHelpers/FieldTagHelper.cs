using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hemvag.Web.TagHelpers;

/// <summary>
/// A field of a form: label, hint, error beside it and the control for the model's type, tied together for
/// assistive technology. <c>&lt;field for="Input.Day" label="@T["Day"]" hint="@T["Day.Hint"]" /&gt;</c>
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>text, textarea, date, time, number, password, code, tel, email, search, checkbox, checks, radio, select, file; else by the model's type.</summary>
    public string? As { get; set; }

    /// <summary>Lines of a text area; more than none makes it one.</summary>
    public int Rows { get; set; }

    public IEnumerable<Choice>? Choices { get; set; }

    /// <summary>Text of the empty first line of a select.</summary>
    public string? Nothing { get; set; }

    /// <summary>One choice per line.</summary>
    public bool Stacked { get; set; }

    /// <summary>Content types a file field offers first. What is let in is decided by content, on the server.</summary>
    public string? Accept { get; set; }

    public string? Autocomplete { get; set; }

    public string? Placeholder { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Describe();
        FieldLabels.Of(ViewContext.HttpContext).Add(control.Name, control.FirstId, Label);
        var isGroup = control.Kind is "radio" or "checks";
        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", control.IsWrong ? "field field-wrong" : "field");
        if (isGroup && control.DescribedBy is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", control.DescribedBy);
        }
        if (control.Kind == "checkbox")
        {
            output.Content.AppendHtml(FieldControls.SingleCheckbox(control, Label));
            AppendNotes(output, control);
            return;
        }
        output.Content.AppendHtml(LabelOf(control, isGroup));
        AppendNotes(output, control);
        output.Content.AppendHtml(FieldControls.Build(control));
    }

    private FieldControl Describe()
    {
        var name = FullName(For.Name);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var state);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var choices = Choices?.ToList() ?? [];
        var kind = As ?? (Rows > 0 ? "textarea" : FieldValue.Kind(For, choices.Count > 0));
        var currency = FieldValue.CurrencyOf(For);
        return new FieldControl(name, id, currency is null ? kind : "amount", FieldValue.Of(For, state, currency), choices)
        {
            Error = state?.Errors.FirstOrDefault()?.ErrorMessage,
            HasHint = !string.IsNullOrEmpty(Hint),
            IsRequired = For.Metadata.IsRequired && kind is not ("checkbox" or "checks" or "radio"),
            Rows = Rows == 0 ? 4 : Rows,
            Nothing = Nothing,
            Stacked = Stacked,
            Accept = Accept,
            Autocomplete = Autocomplete,
            Placeholder = Placeholder,
        };
    }

    private string FullName(string name) => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(name);

    private TagBuilder LabelOf(FieldControl control, bool isGroup)
    {
        var label = new TagBuilder(isGroup ? "legend" : "label");
        if (!isGroup)
        {
            label.Attributes["for"] = control.Id;
        }
        label.InnerHtml.Append(Label);
        return label;
    }

    private void AppendNotes(TagHelperOutput output, FieldControl control)
    {
        if (control.HasHint)
        {
            output.Content.AppendHtml(Paragraph(control.HintId, "field-hint", new HtmlContentBuilder().Append(Hint!)));
        }
        if (control.IsWrong)
        {
            output.Content.AppendHtml(
                Paragraph(control.ErrorId, "field-error", new HtmlContentBuilder().AppendHtml(Drawings.Wrong).Append(control.Error!))
            );
        }
    }

    private static TagBuilder Paragraph(string id, string cssClass, IHtmlContent content)
    {
        var p = new TagBuilder("p");
        p.Attributes["id"] = id;
        p.AddCssClass(cssClass);
        p.InnerHtml.AppendHtml(content);
        return p;
    }
}
