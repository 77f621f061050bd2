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
    private readonly string openedCase;
    private List<KeyValuePair<string, string>> opening = [];
    private List<KeyValuePair<string, string>> form = [];
    private int version;

    private Client(PageClient coordinator, PageClient iom, Guid savedCase, Guid openedCase)
    {
        this.coordinator = coordinator;
        this.iom = iom;
        this.openedCase = $"/cases/{openedCase}";
        contactPage = $"/cases/{savedCase}/person/contact";
    }

    public PageClient Coordinator => coordinator;

    public static async Task<Client> SignInAsync(Uri server, Guid savedCase, Guid openedCase)
    {
        var client = new Client(await SignInAsync(server, RealCases.Coordinator), await SignInAsync(server, RealCases.Iom), savedCase, openedCase);
        await client.ReadFormAsync();
        await client.ReadOpeningAsync();
        return client;
    }

    /// <returns>How many commands the request sent to the database.</returns>
    public Task<int> GetAsync(string path) => GetAsync(coordinator, path);

    public Task<int> GetAsIomAsync(string path) => GetAsync(iom, path);

    /// <summary>The request that saves; each has an operation and a section version of its own, as a form shown anew would have.</summary>
    public async Task<int> SaveAsync()
    {
        Set(form, "OperationId", NewOperation());
        Set(form, "SectionVersion", version.ToString(CultureInfo.InvariantCulture));
        Set(form, "Input.Phone", $"070-174 {version:D4}");
        using var content = new FormUrlEncodedContent(form);
        using var response = await coordinator.Http.PostAsync(contactPage, content);
        version++;
        return Queries(response, HttpStatusCode.Redirect, contactPage);
    }

    /// <summary>Opens the compartments of the person page of this client's own case; each time a commit of its own.</summary>
    public async Task<int> OpenAsync()
    {
        Set(opening, "OperationId", NewOperation());
        using var content = new FormUrlEncodedContent(opening);
        using var response = await coordinator.Http.PostAsync($"{openedCase}/open", content);
        return Queries(response, HttpStatusCode.Redirect, "open");
    }

    /// <summary>The person page of the case in which this client has opened both compartments.</summary>
    public Task<int> GetOpenAsync() => GetAsync($"{openedCase}/person");

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

    /// <summary>Keeps the form that opens who the person is and how they are reached.</summary>
    private async Task ReadOpeningAsync()
    {
        var page = (await coordinator.GetAsync($"{openedCase}/person")).ShouldBeOk();
        opening = [.. page.Form("input[name='Compartments']").Fields];
        Set(opening, "Compartments", "Identity, Contact");
        await OpenAsync();
    }

    private static string NewOperation() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    private static void Set(List<KeyValuePair<string, string>> fields, string field, string value)
    {
        fields.RemoveAll(pair => pair.Key == field);
        fields.Add(KeyValuePair.Create(field, value));
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
