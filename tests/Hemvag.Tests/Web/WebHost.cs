using System.Text.Encodings.Web;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hemvag.Tests.Web;

/// <summary>The floor of Web alone, with a few endpoints that answer badly. Nobody is signed in.</summary>
internal static class WebHost
{
    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "Hemvag", EnvironmentName = Environments.Production }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddHemvagWeb();
        builder.Services.AddAuthentication("None").AddScheme<AuthenticationSchemeOptions, Nobody>("None", null);
        var app = builder.Build();
        app.UseHemvagWeb();
        app.MapGet("/fine", () => "fine").AllowAnonymous();
        app.MapGet("/closed", () => "closed");
        app.MapGet("/throws", IResult () => throw new InvalidOperationException("Amal")).AllowAnonymous();
        app.MapGet("/not-there", IResult () => throw new NotThereException()).AllowAnonymous();
        app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code)).AllowAnonymous();
        await app.StartAsync();
        return app;
    }

    public static HttpClient Client(WebApplication app, string scheme = "https")
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri(scheme + "://localhost");
        return client;
    }

    private sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
