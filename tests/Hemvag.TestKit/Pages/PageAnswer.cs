using System.Net;
using AngleSharp.Html.Dom;
using Shouldly;

namespace Hemvag.TestKit.Pages;

/// <summary>What came back for a page: status, parsed document and the redirects on the way.</summary>
public sealed record PageAnswer
{
    internal PageAnswer(PageClient client, HttpResponseMessage response, string body, IHtmlDocument document, IReadOnlyList<string> passed)
    {
        Client = client;
        Status = response.StatusCode;
        Url = response.RequestMessage!.RequestUri!;
        RedirectsTo = (int)Status is >= 300 and < 400 ? response.Headers.Location?.OriginalString : null;
        Refusal = response.Headers.TryGetValues("X-Refusal", out var names) ? string.Join(',', names) : null;
        Headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Body = body;
        Document = document;
        Passed = passed;
    }

    public HttpStatusCode Status { get; }

    public Uri Url { get; }

    /// <summary>Where a redirect that was not followed points to.</summary>
    public string? RedirectsTo { get; }

    /// <summary>The redirects that were followed, in order.</summary>
    public IReadOnlyList<string> Passed { get; init; }

    /// <summary>Name of the refusal, as the header X-Refusal says it.</summary>
    public string? Refusal { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Body { get; }

    public IHtmlDocument Document { get; }

    /// <summary>What a reader sees of it, with runs of white space as one.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal PageClient Client { get; }

    /// <summary>The form that <paramref name="selector"/> matches or lies in; without one, the only form in the page's main part.</summary>
    public PageForm Form(string? selector = null) => PageForm.Find(this, selector);

    public PageAnswer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Summary);
        return this;
    }

    public PageAnswer ShouldBeOk() => ShouldBe(HttpStatusCode.OK);

    public PageAnswer ShouldBeHidden() => ShouldBe(HttpStatusCode.NotFound);

    /// <summary>A page of our own, whatever it says: no server error and no empty answer.</summary>
    public PageAnswer ShouldNotBreak()
    {
        ((int)Status).ShouldBeLessThan(500, Summary);
        return this;
    }

    public PageAnswer ShouldRefuse(string refusal)
    {
        Refusal.ShouldBe(refusal, Summary);
        return this;
    }

    public PageAnswer ShouldNotRefuse()
    {
        Refusal.ShouldBeNull(Summary);
        return this;
    }

    public PageAnswer ShouldShow(string text)
    {
        Text.ShouldContain(text, Case.Sensitive, Summary);
        return this;
    }

    /// <summary>Nowhere in what was sent, be it attribute, comment or header.</summary>
    public PageAnswer ShouldNotContain(string text)
    {
        Body.ShouldNotContain(text, Case.Insensitive, Summary);
        Headers.Values.ShouldAllBe(value => !value.Contains(text, StringComparison.OrdinalIgnoreCase), Summary);
        return this;
    }

    private string Summary => $"{Url.PathAndQuery} → {(int)Status} {Refusal} {RedirectsTo}: {Text[..Math.Min(Text.Length, 600)]}";
}
