using Microsoft.Playwright;
using Shouldly;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>Someone signed in, with what a person's hands do: go, fill in, choose, press.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Walk walk;
    private readonly string language;
    private IResponse? last;

    public Worker(IBrowserContext context, IPage page, Walk walk, string language)
    {
        this.context = context;
        this.walk = walk;
        this.language = language;
        Page = page;
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest)
            {
                last = response;
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The refusal's name, or null when the page came as wished.</summary>
    public string? Refused => last?.Headers.GetValueOrDefault("x-refusal");

    public int Status => last?.Status ?? 0;

    /// <summary>Goes there and looks around.</summary>
    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(200, path);
        await LookAsync();
    }

    public async Task FillAsync(string name, string value)
    {
        var field = Page.Locator($"main [name='{name}']").First;
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(value);
            return;
        }

        await field.FillAsync(value);
    }

    /// <summary>Ticks each of the boxes or the round one.</summary>
    public async Task PickAsync(string name, params string[] values)
    {
        foreach (var value in values)
        {
            await Page.Locator($"main input[name='{name}'][value='{value}']").First.CheckAsync();
        }
    }

    public async Task PickAllAsync(string name)
    {
        foreach (var box in await Page.Locator($"main input[type=checkbox][name='{name}']").AllAsync())
        {
            await box.CheckAsync();
        }
    }

    /// <summary>Chooses the first of a list that isn't empty.</summary>
    public async Task ChooseFirstAsync(string name, string? containing = null)
    {
        var option = Page.Locator($"main select[name='{name}'] option:not([value=''])");
        var value = await (containing is null ? option : option.Filter(new() { HasText = containing })).First.GetAttributeAsync("value");
        await Page.Locator($"main select[name='{name}']").SelectOptionAsync(value!);
    }

    public Task AttachAsync(string name, string file, string type, byte[] bytes) =>
        Page.Locator($"main input[name='{name}']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = file,
                    MimeType = type,
                    Buffer = bytes,
                }
            );

    /// <summary>Presses what sends the form this field stands in, and expects it to be taken.</summary>
    public async Task SendAsync(string field, string button = "button:not([formaction])")
    {
        await PressAsync($"main form:has([name='{field}']) {button}");
        await ShouldBeTakenAsync();
    }

    public async Task ShouldBeTakenAsync()
    {
        var errors = Status == 200 ? "" : await Page.Locator("main").InnerTextAsync();
        Status.ShouldBe(200, $"{Page.Url} {Refused}\n{errors}");
        await LookAsync();
    }

    /// <summary>Presses, and waits for the page that follows.</summary>
    public async Task PressAsync(string selector)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.before = ''");
        await Page.Locator(selector).First.ClickAsync();
        await Page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens what is sealed on this page.</summary>
    public async Task OpenSealedAsync()
    {
        if (await Page.Locator("main form[action$='/open'] button").CountAsync() > 0)
        {
            await PressAsync("main form[action$='/open'] button");
            await ShouldBeTakenAsync();
        }
    }

    /// <summary>A second page of the same person. Ends with the person.</summary>
    public async Task<Worker> NewTabAsync() => new(context, await Page.Context.NewPageAsync(), walk, language);

    public Task SpeakAsync(string wanted) => PressAsync($"form.languages button[value={wanted}]");

    public async Task<string> TextAsync(string selector = "main") => await Page.Locator(selector).First.InnerTextAsync();

    /// <summary>The page carries this heading, in the language spoken.</summary>
    public async Task ShouldHeadAsync(string swedish, string english) =>
        (await Page.Locator("main :is(h1, h2)").AllInnerTextsAsync()).ShouldContain(language == "sv" ? swedish : english);

    public Task LookAsync() => walk.LookAsync(Page, language);

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
