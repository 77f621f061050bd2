using System.Globalization;
using System.Net;
using Hemvag.TestKit.Pages;

namespace Hemvag.Bench;

/// <summary>One signed-in client with a case of its own to save in.</summary>
internal sealed class BenchClient : IDisposable
{
    private readonly PageClient pages;
    private readonly Guid savedCase;
    private List<KeyValuePair<string, string>> form = [];
    private int version;

    private BenchClient(PageClient pages, Guid savedCase)
    {
        this.pages = pages;
        this.savedCase = savedCase;
    }

    public PageClient Pages => pages;

    private string ContactPage => $"/cases/{savedCase}/person/contact";

    public static async Task<BenchClient> SignInAsync(Uri server, Guid account, Guid savedCase)
    {
        var http = new HttpClient(new CookieKeeper(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = server };
        var client = new BenchClient(new PageClient(http), savedCase);
        var accounts = (await client.pages.GetAsync("/demo")).ShouldBeOk();
        (await accounts.Form($"input[value='{account}']").SubmitAsync()).ShouldBeOk();
        return client;
    }

    /// <summary>Opens the contact details, and keeps their form to send it again and again.</summary>
    public async Task ReadFormAsync()
    {
        var page = (await pages.GetAsync(ContactPage)).ShouldBeOk();
        if (page.Document.QuerySelector("input[name='Compartments']") is not null)
        {
            page = (await page.Form("input[name='Compartments']").SubmitAsync()).ShouldBeOk();
        }

        var shown = page.Form("input[name='Input.Phone']");
        form = [.. shown.Fields];
        version = int.Parse(shown["SectionVersion"]!, CultureInfo.InvariantCulture);
    }

    public async Task GetAsync(string path)
    {
        using var response = await pages.Http.GetAsync(path);
        await response.Content.ReadAsByteArrayAsync();
        Require(response, HttpStatusCode.OK, path);
    }

    /// <summary>The request that saves; each has an operation and a section version of its own, as a form shown anew would have.</summary>
    public async Task SaveAsync()
    {
        Set("OperationId", Guid.CreateVersion7().ToString());
        Set("SectionVersion", version.ToString(CultureInfo.InvariantCulture));
        Set("Input.Phone", $"070-174 {version:D4}");
        using var content = new FormUrlEncodedContent(form);
        using var response = await pages.Http.PostAsync(ContactPage, content);
        Require(response, HttpStatusCode.Redirect, ContactPage);
        version++;
    }

    public void Dispose() => pages.Dispose();

    private void Set(string field, string value)
    {
        form.RemoveAll(pair => pair.Key == field);
        form.Add(KeyValuePair.Create(field, value));
    }

    private static void Require(HttpResponseMessage response, HttpStatusCode wanted, string path)
    {
        if (response.StatusCode != wanted)
        {
            throw new InvalidOperationException($"{path} was answered with {(int)response.StatusCode}.");
        }
    }
}
