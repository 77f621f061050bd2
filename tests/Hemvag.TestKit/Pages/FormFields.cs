using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hemvag.TestKit.Pages;

/// <summary>Which fields a browser would send of a form, and which it shows.</summary>
internal static class FormFields
{
    private static readonly string[] NeverSent = ["submit", "button", "image", "reset", "file"];

    public static IEnumerable<string> Names(IHtmlFormElement form) =>
        Controls(form).Select(control => control.GetAttribute("name")!).Distinct(StringComparer.Ordinal);

    public static IEnumerable<KeyValuePair<string, string>> Sent(IHtmlFormElement form) =>
        from control in Controls(form)
        from value in Values(control)
        select KeyValuePair.Create(control.GetAttribute("name")!, value);

    public static IElement? Button(IHtmlFormElement form, string? named)
    {
        var buttons = form.Elements.Where(IsButton).ToList();
        var chosen = named is null
            ? buttons.FirstOrDefault()
            : buttons.Find(button =>
                button.GetAttribute("name") == named || button.GetAttribute("value") == named || button.TextContent.Trim() == named
            );
        return chosen is null && named is not null ? throw new InvalidOperationException($"The form has no button {named}.") : chosen;
    }

    private static bool IsButton(IElement element) => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" };

    private static IEnumerable<IElement> Controls(IHtmlFormElement form) =>
        form.Elements.Where(control =>
            control.LocalName is "input" or "select" or "textarea"
            && !string.IsNullOrEmpty(control.GetAttribute("name"))
            && control.Closest("[disabled]") is null
            && !IsButton(control)
        );

    private static IEnumerable<string> Values(IElement control) =>
        control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.GetAttribute("value") ?? "on"] : [],
            IHtmlInputElement input when NeverSent.Contains(input.Type) => [],
            IHtmlInputElement input => [input.Value],
            IHtmlSelectElement { IsMultiple: true } many => many.Options.Where(o => o.IsSelected).Select(o => o.Value),
            IHtmlSelectElement one => one.Options.Length == 0 ? [] : [one.Value ?? ""],
            IHtmlTextAreaElement area => [area.Value],
            _ => [],
        };
}
