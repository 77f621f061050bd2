using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hemvag.TestKit.Pages;

namespace Hemvag.Tests.Security;

/// <summary>A form as a page shows it, and how a person would fill it in.</summary>
/// <param name="At">Its place among the forms of the main part.</param>
internal sealed partial record FoundForm(string Path, int At, string Key)
{
    private const string Mark = "data-hostile";

    /// <summary>Every form of the page's main part that posts; two with the same target and fields are one.</summary>
    public static IEnumerable<FoundForm> On(PageAnswer page) =>
        Forms(page).Select((form, at) => new FoundForm(page.Url.PathAndQuery, at, KeyOf(page, form))).Where(f => HasFields(Forms(page)[f.At]));

    /// <summary>The fields a person writes in.</summary>
    public static IEnumerable<IElement> Fields(IHtmlFormElement form) =>
        form.Elements.Where(e =>
            !string.IsNullOrEmpty(e.GetAttribute("name"))
            && e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "tel" or "email" or "search" or "password" }
        );

    /// <summary>The fields that a page fills in or offers to choose from; only a forger sends anything else in them.</summary>
    public static IEnumerable<string> Offered(IHtmlFormElement form) =>
        form
            .Elements.Where(e => e is IHtmlSelectElement or IHtmlInputElement { Type: "radio" or "checkbox" or "hidden" })
            .Select(e => e.GetAttribute("name"))
            .OfType<string>()
            .Where(name => name.Length > 0 && name != "__form")
            .Distinct(StringComparer.Ordinal);

    /// <summary>The fields that take a file.</summary>
    public static IEnumerable<string> Files(IHtmlFormElement form) =>
        form.Elements.Where(e => e is IHtmlInputElement { Type: "file" }).Select(e => e.GetAttribute("name")!);

    public IHtmlFormElement? ElementOn(PageAnswer page) => Forms(page).ElementAtOrDefault(At) is { } form && KeyOf(page, form) == Key ? form : null;

    /// <summary>Filled in as far as the form asks for something; null when the page no longer shows it.</summary>
    public PageForm? FillOn(PageAnswer page)
    {
        if (ElementOn(page) is not { } element)
        {
            return null;
        }

        element.SetAttribute(Mark, "");
        var form = page.Form($"form[{Mark}]");
        element.RemoveAttribute(Mark);
        foreach (var control in element.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name"))))
        {
            var name = control.GetAttribute("name")!;
            if (Answer(control) is { } value && string.IsNullOrEmpty(form[name]))
            {
                form.Fill(name, value);
            }
        }

        return form;
    }

    private static string? Answer(IElement control) =>
        control switch
        {
            IHtmlInputElement { Type: "radio" } radio => radio.GetAttribute("value"),
            IHtmlInputElement { Type: "checkbox" } box when box.GetAttribute("value") != "DoesNotWantToSay" => box.GetAttribute("value") ?? "on",
            IHtmlSelectElement select => select.Options.LastOrDefault(o => !string.IsNullOrEmpty(o.Value))?.Value,
            IHtmlTextAreaElement => "Några ord.",
            IHtmlInputElement { Type: "tel" } => "070-174 06 99",
            IHtmlInputElement { Type: "email" } => "nagon@hemvag.example",
            IHtmlInputElement { Type: "text" } text => text.GetAttribute("inputmode") switch
            {
                null => "Ett ord",
                "decimal" => "10",
                _ => Day().IsMatch(text.GetAttribute("name")!) ? "2026-09-02" : "5",
            },
            _ => null,
        };

    private static List<IHtmlFormElement> Forms(PageAnswer page) =>
        [
            .. page
                .Document.QuerySelectorAll("main form")
                .OfType<IHtmlFormElement>()
                .Where(f => f.GetAttribute("method")?.ToUpperInvariant() == "POST"),
        ];

    private static bool HasFields(IHtmlFormElement form) => Fields(form).Any() || Files(form).Any() || Offered(form).Any(n => n != "OperationId");

    private static string KeyOf(PageAnswer page, IHtmlFormElement form) =>
        Id().Replace(new Uri(page.Url, form.GetAttribute("action") is { Length: > 0 } action ? action : page.Url.PathAndQuery).PathAndQuery, "…")
        + " "
        + string.Join(',', Fields(form).Select(f => Number().Replace(f.GetAttribute("name")!, "[…]")).Distinct(StringComparer.Ordinal).Take(4));

    /// <summary>A path without the ids in it.</summary>
    public static string Bare(string path) => Id().Replace(path, "…");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path} form {At} ({Key})");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("(On|Date|Day|Born|Until|From|Expires|Ends|Departs|Arrives)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
