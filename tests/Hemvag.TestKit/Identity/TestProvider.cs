using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hemvag.TestKit.Identity;

/// <summary>
/// An OpenID provider on localhost that follows the specification: authorization code bound to client, address and PKCE challenge (S256),
/// used once; ID token and user information. It signs in whom the test says, and notes what it refused.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "hemvag";
    public const string ClientSecret = "a secret of the tests";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Address, string Challenge, string Subject, string Nonce)> codes = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, string> tokens = new(StringComparer.Ordinal);

    private TestProvider(WebApplication app) => this.app = app;

    /// <summary>Who sits at the provider's page.</summary>
    public string Subject { get; set; } = "person-1";

    /// <summary>What the ID token says of how it was shown.</summary>
    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>Of whom the user information speaks, when it is someone else.</summary>
    public string? OtherSubject { get; set; }

    public string? Audience { get; set; }

    public string? OtherNonce { get; set; }

    public ConcurrentQueue<string> Refused { get; } = new();

    public string Origin => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Configuration of the application that uses it.</summary>
    public Dictionary<string, string?> Settings(string key, string organisation) =>
        new(StringComparer.Ordinal)
        {
            [$"ExternalSignIn:{key}:Name"] = "Regionens inloggning",
            [$"ExternalSignIn:{key}:Organisation"] = organisation,
            [$"ExternalSignIn:{key}:ClientId"] = ClientId,
            [$"ExternalSignIn:{key}:ClientSecret"] = ClientSecret,
            [$"ExternalSignIn:{key}:AuthorizationEndpoint"] = Origin + "/authorize",
            [$"ExternalSignIn:{key}:TokenEndpoint"] = Origin + "/token",
            [$"ExternalSignIn:{key}:UserInformationEndpoint"] = Origin + "/userinfo",
        };

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var made = builder.Build();
        var provider = new TestProvider(made);
        made.MapGet("/authorize", provider.Authorize);
        made.MapPost("/token", provider.TokenAsync);
        made.MapGet("/userinfo", provider.UserInformation);
        await made.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        var address = query["redirect_uri"].ToString();
        var fine =
            query["response_type"] == "code"
            && query["client_id"] == ClientId
            && query["scope"].ToString().Split(' ').Contains("openid")
            && query["code_challenge_method"] == "S256"
            && query["code_challenge"].ToString().Length == 43
            && query["state"].ToString().Length > 0
            && Uri.TryCreate(address, UriKind.Absolute, out _);
        if (!fine)
        {
            return Refuse("authorize");
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        codes[code] = (address, query["code_challenge"].ToString(), Subject, query["nonce"].ToString());
        return Results.Redirect($"{address}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            !codes.TryRemove(form["code"].ToString(), out var issued)
            || form["grant_type"] != "authorization_code"
            || form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || issued.Address != form["redirect_uri"]
            || issued.Challenge != challenge
        )
        {
            return Refuse("token");
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        tokens[token] = Subject;
        return Results.Json(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["access_token"] = token,
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["id_token"] = IdToken(OtherNonce ?? issued.Nonce),
            }
        );
    }

    private IResult UserInformation(HttpRequest request) =>
        request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && tokens.TryGetValue(token, out var subject)
            ? Results.Json(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = OtherSubject ?? subject,
                    ["email"] = "vera.sandell@region.example",
                }
            )
            : Refuse("userinfo");

    private string IdToken(string nonce)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Origin,
            ["sub"] = Subject,
            ["aud"] = Audience ?? ClientId,
            ["nonce"] = nonce,
            ["amr"] = Methods,
        };
        var body = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(payload)}";
        return $"{body}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ClientSecret), Encoding.ASCII.GetBytes(body)))}";
    }

    private IResult Refuse(string what)
    {
        Refused.Enqueue(what);
        return Results.BadRequest();
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
