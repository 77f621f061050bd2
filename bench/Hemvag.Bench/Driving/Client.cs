using System.Globalization;
using System.Net;
using Hemvag.Bench.Data;
using Hemvag.Bench.Floor;
using Hemvag.Demo;
using Hemvag.TestKit.Pages;

namespace Hemvag.Bench.Driving;

/// <summary>A signed-in browser of a coordinator, with a case of its own to save in, and one of a caseworker of IOM Finland.</summary>
internal sealed class Client : IDisposable
{
    private readonly PageClient coordinator;
    private readonly PageClient iom;
    private readonly string contactPage;
    private List<KeyValuePair<string, string>> form = [];
    private int version;

    private Client(PageClient coordinator, PageClient iom, Guid savedCase)
    {
        this.coordinator = coordinator;
        this.iom = iom;
        contactPage = $"/cases/{savedCase}/person/contact";
    }

    public PageClient Coordinator => coordinator;

    public static async Task<Client> SignInAsync(Uri server, Guid savedCase)
    {
        var client = new Client(await SignInAsync(server, RealCases.Coordinator), await SignInAsync(server, RealCases.Iom), savedCase);
        await client.ReadFormAsync();
        return client;
    }

    /// <returns>How many commands the request sent to the database.</returns>
    public Task<int> GetAsync(string path) => GetAsync(coordinator, path);

    public Task<int> GetAsIomAsync(string path) => GetAsync(iom, path);

    /// <summary>The request that saves; each has an operation and a section version of its own, as a form shown anew would have.</summary>
    public async Task<int> SaveAsync()
    {
        Set("OperationId", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        Set("SectionVersion", version.ToString(CultureInfo.InvariantCulture));
        Set("Input.Phone", $"070-174 {version:D4}");
        using var content = new FormUrlEncodedContent(form);
        using var response = await coordinator.Http.PostAsync(contactPage, content);
        version++;
        return Queries(response, HttpStatusCode.Redirect, contactPage);
    }

    public void Dispose()
    {
        coordinator.Dispose();
        iom.Dispose();
    }

    private static async Task<PageClient> SignInAsync(Uri server, string code)
    {
        // The keeper owns the cookies: .NET's own jar does not send "Secure" ones over http, as browsers do to this machine.
        var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var client = new PageClient(new HttpClient(new CookieKeeper(sockets)) { BaseAddress = server });
        var accounts = (await client.GetAsync("/demo")).ShouldBeOk();
        // Not further to the start page: what is measured is asked for by itself.
        (await accounts.Form($"input[value='{DemoAccounts.IdOf(code)}']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>Opens the contact details, and keeps their form to send it again and again.</summary>
    private async Task ReadFormAsync()
    {
        var page = (await coordinator.GetAsync(contactPage)).ShouldBeOk();
        if (page.Document.QuerySelector("input[name='Compartments']") is not null)
        {
            page = (await page.Form("input[name='Compartments']").SubmitAsync()).ShouldBeOk();
        }

        var shown = page.Form("input[name='Input.Phone']");
        form = [.. shown.Fields];
        version = int.Parse(shown["SectionVersion"]!, CultureInfo.InvariantCulture);
    }

    private void Set(string field, string value)
    {
        form.RemoveAll(pair => pair.Key == field);
        form.Add(KeyValuePair.Create(field, value));
    }

    private static async Task<int> GetAsync(PageClient client, string path)
    {
        using var response = await client.Http.GetAsync(path);
        await response.Content.ReadAsByteArrayAsync();
        return Queries(response, HttpStatusCode.OK, path);
    }

    private static int Queries(HttpResponseMessage response, HttpStatusCode wanted, string path) =>
        response.StatusCode == wanted
            ? int.Parse(response.Headers.GetValues(QueryCount.Header).Single(), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{path} was answered with {(int)response.StatusCode}.");
}
