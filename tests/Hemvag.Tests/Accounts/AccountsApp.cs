using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    public static async Task<AccountsApp> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, string? from = "127.0.0.1", bool forwarded = false)
    {
        var address = from is null ? null : IPAddress.Parse(from);
        return new AccountsApp(
            await InMemoryApp.StartAsync(
                kind,
                o => o with { Demo = true, Services = s => s.AddSingleton<IStartupFilter>(new ComesFrom(address, forwarded)) }
            )
        );
    }

    public PageClient NewClient() => app.NewClient();

    public Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext();
        return await read(db);
    }

    /// <summary>Makes an account with a password; with <paramref name="key"/> a second factor too.</summary>
    public async Task<Guid> MakeAccountAsync(string mail = Mail, string organisation = "vast", byte[]? key = null, params Role[] roles)
    {
        var at = await Services.GetRequiredService<OrganisationQueries>().FindByCodeAsync(organisation);
        var (id, code) = await Register.CreateAsync(
            NewId(),
            Tester,
            new NewAccount(mail, "Vera Sandell", at!.Id, "sv", roles.Length == 0 ? [Role.RegionalCoordinator] : roles)
        );
        var own = Services.GetRequiredService<OwnAccount>();
        await own.SetPasswordAsync(NewId(), mail, code!, Password, null);
        if (key is not null)
        {
            var sealedKey = Convert.ToBase64String(Services.GetRequiredService<AccountSecrets>().Seal(id, key));
            await own.SetSecondFactorAsync(NewId(), Tester, id, sealedKey, CodeNow(key), null, null);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        return id;
    }

    public string CodeNow(byte[] key) => TimeCodes.CodeAt(key, TimeCodes.StepAt(Time.GetUtcNow()));

    public static async Task<PageAnswer> TypePasswordAsync(PageClient client, string mail, string password) =>
        await (await client.GetAsync("/sign-in")).Form("[name=Password]").Fill("Mail", mail).Fill("Password", password).SubmitAsync();

    public async Task<PageClient> SignInAsync(byte[] key, string mail = Mail)
    {
        var client = NewClient();
        var answer = await TypePasswordAsync(client, mail, Password);
        await answer.Form("[name=Code]").Fill("Code", CodeNow(key)).SubmitAsync();
        return client;
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
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(
                    (HttpContext http, RequestDelegate rest) =>
                    {
                        http.Connection.RemoteIpAddress = address;
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
