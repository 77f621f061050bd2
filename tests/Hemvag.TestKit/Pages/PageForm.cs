using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hemvag.TestKit.Pages;

/// <summary>A form as the page sent it, hidden fields and all; filling a field that isn't there fails, as it would a person.</summary>
public sealed class PageForm
{
    private readonly PageAnswer page;
    private readonly IHtmlFormElement form;
    private readonly List<KeyValuePair<string, string>> fields;
    private readonly List<(string Field, string FileName, string Type, byte[] Content)> files = [];

    private PageForm(PageAnswer page, IHtmlFormElement form)
    {
        this.page = page;
        this.form = form;
        fields = [.. FormFields.Sent(form)];
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>What the field holds now; null when it isn't sent.</summary>
    public string? this[string field] => fields.Where(pair => pair.Key == field).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>Sets a field that the form shows; null leaves it out of what is sent.</summary>
    public PageForm Fill(string field, string? value)
    {
        if (!FormFields.Names(form).Contains(field, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"The form on {page.Url.PathAndQuery} has no field {field}, only {string.Join(", ", FormFields.Names(form))}."
            );
        }

        return Forge(field, value);
    }

    /// <summary>Chooses several values of one field, such as boxes to tick.</summary>
    public PageForm Choose(string field, params string[] values)
    {
        Fill(field, null);
        fields.AddRange(values.Select(value => KeyValuePair.Create(field, value)));
        return this;
    }

    /// <summary>Sends what the form does not offer, as a forger would.</summary>
    public PageForm Forge(string field, string? value)
    {
        fields.RemoveAll(pair => pair.Key == field);
        if (value is not null)
        {
            fields.Add(KeyValuePair.Create(field, value));
        }

        return this;
    }

    public PageForm Attach(string field, string fileName, string type, byte[] content)
    {
        files.Add((field, fileName, type, content));
        return this;
    }

    /// <summary>Submits, by the named button or its value when the form has several, and follows redirects.</summary>
    public Task<PageAnswer> SubmitAsync(string? button = null) => page.Client.SendAsync(() => Request(button));

    /// <summary>Submits without following a redirect.</summary>
    public Task<PageAnswer> SubmitOnceAsync(string? button = null) => page.Client.SendOnceAsync(Request(button));

    /// <summary>Sends the form elsewhere, as a script would.</summary>
    public Task<PageAnswer> SubmitToAsync(string path) =>
        page.Client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page.Url, path)) { Content = FormEncoding.Encode(fields) });

    internal static PageForm Find(PageAnswer page, string? selector)
    {
        var found = selector is null ? OnlyOne(page) : page.Document.QuerySelector(selector)?.Closest("form");
        return found is IHtmlFormElement form
            ? new PageForm(page, form)
            : throw new InvalidOperationException($"No form {selector} on {page.Url.PathAndQuery} ({(int)page.Status}): {page.Text}");
    }

    private static IElement? OnlyOne(PageAnswer page)
    {
        var forms = page.Document.QuerySelectorAll("main form");
        return forms.Length switch
        {
            0 => page.Document.QuerySelector("form"),
            1 => forms[0],
            _ => throw new InvalidOperationException(
                $"{forms.Length} forms on {page.Url.PathAndQuery}, say which: {string.Join(", ", forms.Select(f => f.GetAttribute("action")))}"
            ),
        };
    }

    private HttpRequestMessage Request(string? button)
    {
        var pressed = FormFields.Button(form, button);
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Url : new Uri(page.Url, action);
        var sent = pressed?.GetAttribute("name") is { Length: > 0 } name
            ? fields.Append(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""))
            : fields;
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', sent.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }

        return new HttpRequestMessage(HttpMethod.Post, target) { Content = files.Count == 0 ? FormEncoding.Encode(sent) : WithFiles(sent) };
    }

    private MultipartFormDataContent WithFiles(IEnumerable<KeyValuePair<string, string>> sent)
    {
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in sent)
        {
            content.Add(new StringContent(value), key);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new(file.Type);
            content.Add(part, file.Field, file.FileName);
        }

        return content;
    }
}
