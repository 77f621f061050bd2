using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hemvag.Web.TagHelpers;

/// <summary>Draws the control of a field.</summary>
internal static class FieldControls
{
    public static IHtmlContent Build(FieldControl control) =>
        control.Kind switch
        {
            "radio" => Group(control, "radio"),
            "checks" => Group(control, "checkbox"),
            "select" => Select(control),
            "textarea" => TextArea(control),
            _ => Input(control),
        };

    public static TagBuilder SingleCheckbox(FieldControl control, string label)
    {
        var input = Basic("input", control);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "checkbox";
        input.Attributes["value"] = "true";
        if (control.Values.Contains("true"))
        {
            input.Attributes["checked"] = "checked";
        }
        return Wrap(input, new Choice("true", label), control.Id);
    }

    private static TagBuilder Input(FieldControl control)
    {
        var input = Basic("input", control);
        var (type, mode, isShort) = control.Kind switch
        {
            "date" or "time" => ("text", "numeric", true),
            "number" => ("text", "numeric", true),
            "amount" => ("text", "decimal", true),
            "code" => ("text", "numeric", true),
            "password" => ("password", null, false),
            "tel" => ("tel", null, false),
            "email" => ("email", null, false),
            "search" => ("search", null, false),
            "file" => ("file", null, false),
            _ => ("text", (string?)null, false),
        };
        input.Attributes["type"] = type;
        Set(input, "inputmode", mode);
        Set(input, "autocomplete", control.Autocomplete ?? (control.Kind == "code" ? "one-time-code" : "off"));
        Set(input, "placeholder", control.Placeholder);
        Set(input, "accept", control.Accept);
        if (type is not ("password" or "file"))
        {
            input.Attributes["value"] = control.Values.Count > 0 ? control.Values[0] : "";
            input.Attributes["dir"] = isShort ? "ltr" : "auto";
        }
        if (isShort)
        {
            input.AddCssClass("short");
        }
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }

    private static TagBuilder TextArea(FieldControl control)
    {
        var area = Basic("textarea", control);
        area.Attributes["rows"] = control.Rows.ToString(CultureInfo.InvariantCulture);
        area.Attributes["dir"] = "auto";
        // A browser drops the first line end inside a text area.
        area.InnerHtml.Append("\n").Append(control.Values.Count > 0 ? control.Values[0] : "");
        return area;
    }

    private static TagBuilder Select(FieldControl control)
    {
        var select = Basic("select", control);
        if (control.Nothing is not null)
        {
            select.InnerHtml.AppendHtml(Option(new Choice("", control.Nothing), chosen: false));
        }
        foreach (var choice in control.Choices)
        {
            select.InnerHtml.AppendHtml(Option(choice, control.Values.Contains(choice.Value)));
        }
        return select;
    }

    private static TagBuilder Option(Choice choice, bool chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value;
        if (chosen)
        {
            option.Attributes["selected"] = "selected";
        }
        option.InnerHtml.Append(choice.Text);
        return option;
    }

    private static TagBuilder Group(FieldControl control, string type)
    {
        var group = new TagBuilder("div");
        group.AddCssClass(control.Stacked ? "choices choices-stacked" : "choices");
        for (var i = 0; i < control.Choices.Count; i++)
        {
            var choice = control.Choices[i];
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.AddCssClass("ds-input");
            input.Attributes["type"] = type;
            input.Attributes["id"] = control.ChoiceId(i);
            input.Attributes["name"] = control.Name;
            input.Attributes["value"] = choice.Value;
            if (control.Values.Contains(choice.Value))
            {
                input.Attributes["checked"] = "checked";
            }
            group.InnerHtml.AppendHtml(Wrap(input, choice, control.ChoiceId(i)));
        }
        return group;
    }

    private static TagBuilder Wrap(TagBuilder input, Choice choice, string id)
    {
        var label = new TagBuilder("label");
        label.AddCssClass(choice.Quiet ? "choice quiet" : "choice");
        label.Attributes["for"] = id;
        var text = new TagBuilder("span");
        text.InnerHtml.Append(choice.Text);
        if (choice.Hint is not null)
        {
            var hint = new TagBuilder("span");
            hint.AddCssClass("line-2");
            hint.InnerHtml.Append(choice.Hint);
            text.InnerHtml.Append(" ").AppendHtml(hint);
        }
        label.InnerHtml.AppendHtml(input).AppendHtml(text);
        return label;
    }

    private static TagBuilder Basic(string tag, FieldControl control)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass("ds-input");
        element.Attributes["id"] = control.Id;
        element.Attributes["name"] = control.Name;
        Set(element, "aria-describedby", control.DescribedBy);
        Set(element, "aria-invalid", control.IsWrong ? "true" : null);
        Set(element, "aria-required", control.IsRequired ? "true" : null);
        return element;
    }

    private static void Set(TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }
    }
}
