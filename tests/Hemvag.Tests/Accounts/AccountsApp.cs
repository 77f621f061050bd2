using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Mails;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

/// <summary>An application with an account that signs in by password and code, and a visitor who seems to come from a chosen address.</summary>
internal sealed class AccountsApp : IAsyncDisposable
{
    public const string Mail = "vera.sandell@region.example";
    public const string Password = "fyra lugna gröna kopparkannor";

    private readonly InMemoryApp app;

    private AccountsApp(InMemoryApp app) => this.app = app;

    public FakeTime Time => app.Time;

    public IServiceProvider Services => app.Services;

    public AccountRegister Register => Services.GetRequiredService<AccountRegister>();

    public static Actor Tester { get; } = Actor.System("Test");

    /// <param name="mails">Mail goes out to the sink of the test run.</param>
    public static async Task<AccountsApp> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        string? from = "127.0.0.1",
        bool forwarded = false,
        bool mails = false,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var given = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (mails)
        {
            Assert.SkipWhen(MailSink.WhyNot is not null, MailSink.WhyNot ?? "");
            (given["Smtp:Host"], given["Smtp:Port"]) = (MailSink.Address!.Split(':')[0], MailSink.Address.Split(':')[1]);
            given["Smtp:Address"] = "https://hemvag.example";
        }

        var address = from is null ? null : IPAddress.Parse(from);
        return new AccountsApp(
            await InMemoryApp.StartAsync(
                kind,
                o =>
                    o with
                    {
                        Demo = true,
                        Settings = given,
                        Services = s =>
                        {
                            s.AddSingleton<IStartupFilter>(new ComesFrom(address, forwarded));
                            services?.Invoke(s);
                        },
                    }
            )
        );
    }

    public PageClient NewClient() => app.NewClient();

    /// <summary>A visitor who comes from this address.</summary>
    public PageClient NewClientFrom(string address)
    {
        var client = app.NewClient();
        client.Http.DefaultRequestHeaders.Add(ComesFrom.Header, address);
        return client;
    }

    public Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext();
        return await read(db);
    }

    /// <summary>Everything that is due now is done.</summary>
    public Task RunJobsAsync() => Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    /// <summary>Makes an account with a password; with <paramref name="key"/> a second factor too.</summary>
    public async Task<Guid> MakeAccountAsync(string mail = Mail, string organisation = "vast", byte[]? key = null, params Role[] roles)
    {
        var at = await Services.GetRequiredService<OrganisationQueries>().FindByCodeAsync(organisation);
        var (id, token) = await Register.CreateAsync(
            NewId(),
            Tester,
            new NewAccount(mail, "Vera Sandell", at!.Id, "sv", roles.Length == 0 ? [Role.RegionalCoordinator] : roles)
        );
        var own = Services.GetRequiredService<OwnAccount>();
        await Services.GetRequiredService<LinkUse>().ChoosePasswordAsync(NewId(), token, Password, SignInOrigin.Nowhere);
        if (key is not null)
        {
            var sealedKey = Convert.ToBase64String(Services.GetRequiredService<AccountSecrets>().Seal(id, key));
            await own.SetSecondFactorAsync(NewId(), Tester, id, sealedKey, CodeNow(key), null, proved: false, SignInOrigin.Nowhere);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        return id;
    }

    public string CodeNow(byte[] key) => TimeCodes.CodeAt(key, TimeCodes.StepAt(Time.GetUtcNow()));

    public static async Task<PageAnswer> TypePasswordAsync(PageClient client, string mail, string password) =>
        await (await client.GetAsync("/sign-in")).Form("[name=Password]").Fill("Mail", mail).Fill("Password", password).SubmitAsync();

    public async Task<PageClient> SignInAsync(byte[] key, string mail = Mail, string? browser = null, string? from = null)
    {
        var client = from is null ? NewClient() : NewClientFrom(from);
        if (browser is not null)
        {
            client.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        }

        var answer = await TypePasswordAsync(client, mail, Password);
        await answer.Form("[name=Code]").Fill("Code", CodeNow(key)).SubmitAsync();
        return client;
    }

    /// <summary>What the script does: asks the page for options and answers in its form.</summary>
    public static async Task<PageAnswer> WithPasskeyAsync(PageAnswer page, Func<string, string> answer, Action<PageForm>? fill = null)
    {
        var form = page.Form("form[data-passkey]");
        fill?.Invoke(form);
        var asked = await page.Form("form[data-passkey]")
            .SubmitToAsync(page.Document.QuerySelector("form[data-passkey]")!.GetAttribute("data-passkey-options")!);
        asked.ShouldBeOk();
        return await form.Forge("Credential", answer(asked.Body)).SubmitOnceAsync();
    }

    /// <summary>Adds a passkey to whoever is signed in and may.</summary>
    public static async Task<PageAnswer> AddPasskeyAsync(PageClient client, SoftPasskey passkey, string name = "Jobbdatorn") =>
        await WithPasskeyAsync((await client.GetAsync("/account/passkeys/new")).ShouldBeOk(), passkey.Make, form => form.Fill("Name", name));

    /// <summary>Shows the code of the app again, as is asked before the ways in are changed.</summary>
    public async Task ProveAsync(PageClient client, byte[] key)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var page = await client.GetAsync("/account/proof?return=/account/ways");
        if (page.Url.AbsolutePath == "/account/ways")
        {
            return;
        }

        (await page.Form("[name=Code]").Fill("Code", CodeNow(key)).SubmitAsync()).ShouldBeOk().Url.AbsolutePath.ShouldBe("/account/ways");
    }

    public async Task<PageClient> SignInToDemoAsync(string code)
    {
        var client = NewClient();
        var page = await client.GetAsync("/demo");
        await page.Form($"[value='{DemoAccounts.IdOf(code)}']").SubmitOnceAsync();
        return client;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class ComesFrom(IPAddress? address, bool forwarded) : IStartupFilter
    {
        public const string Header = "Test-From";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(
                    (HttpContext http, RequestDelegate rest) =>
                    {
                        var given = http.Request.Headers[Header].ToString();
                        http.Connection.RemoteIpAddress = given.Length == 0 ? address : IPAddress.Parse(given);
                        http.Connection.LocalIpAddress = address;
                        if (forwarded)
                        {
                            http.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
                        }

                        return rest(http);
                    }
                );
                next(builder);
            };
    }
}
