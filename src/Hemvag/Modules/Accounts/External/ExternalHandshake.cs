using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Hemvag.Modules.Accounts.External;

/// <summary>The framework's OAuth handler, once for each provider: code flow with PKCE and state, a fixed address to come back to.</summary>
internal static class ExternalHandshake
{
    public const string SubjectClaim = "subject";
    public const string SecondFactorClaim = "second-factor";

    /// <summary>In the protected state: the account whose owner asked to link an identity to it.</summary>
    public const string LinkItem = "link";

    private const string NonceItem = "nonce";

    /// <summary>What a visit to a provider begins with: a nonce that its ID token has to carry, kept in the protected state.</summary>
    public static AuthenticationProperties Begin()
    {
        var properties = new AuthenticationProperties();
        properties.Items[NonceItem] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        return properties;
    }

    public static void Add(AuthenticationBuilder schemes, ExternalProvider provider) =>
        schemes.AddOAuth(
            provider.Scheme,
            options =>
            {
                options.ClientId = provider.ClientId;
                options.ClientSecret = provider.ClientSecret;
                options.AuthorizationEndpoint = provider.AuthorizationEndpoint;
                options.TokenEndpoint = provider.TokenEndpoint;
                options.UserInformationEndpoint = provider.UserInformationEndpoint;
                options.CallbackPath = provider.CallbackPath;
                options.UsePkce = true;
                options.SaveTokens = false;
                options.CorrelationCookie = new HostCookie("external", SameSiteMode.Lax);
                options.Scope.Clear();
                foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    options.Scope.Add(scope);
                }

                options.Events.OnRedirectToAuthorizationEndpoint = context =>
                {
                    context.Response.Redirect($"{context.RedirectUri}&nonce={context.Properties.Items[NonceItem]}");
                    return Task.CompletedTask;
                };
                options.Events.OnCreatingTicket = context => ReadAsync(context, provider);
                options.Events.OnTicketReceived = context =>
                    context.HttpContext.RequestServices.GetRequiredService<ExternalSignIns>().ReceiveAsync(context, provider);
                options.Events.OnRemoteFailure = context =>
                {
                    // What went wrong is between the provider and us: the reader is told where else to go.
                    context.HandleResponse();
                    context.Response.Redirect(ExternalSignIns.Failed);
                    return Task.CompletedTask;
                };
            }
        );

    /// <summary>
    /// Who it is says the user information; whether two factors were shown, the ID token that came beside it from the token endpoint, over the
    /// same TLS connection (OpenID Connect Core 3.1.3.7). Both must speak of the same person, and the token carry this visit's nonce.
    /// </summary>
    private static async Task ReadAsync(OAuthCreatingTicketContext context, ExternalProvider provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        var token = IdToken(context.TokenResponse.Response);
        var subject = Values(user.RootElement, provider.SubjectClaim).FirstOrDefault();
        if (string.IsNullOrWhiteSpace(subject) || (token is { } said && !IsOf(said, user.RootElement, provider, context.Properties.Items[NonceItem])))
        {
            throw new AuthenticationFailureException("The provider did not say who it is.");
        }

        context.Identity!.AddClaim(new Claim(SubjectClaim, subject));
        var vouched = token is { } proof ? Values(proof, provider.SecondFactorClaim) : Values(user.RootElement, provider.SecondFactorClaim);
        if (provider.Vouches(vouched))
        {
            context.Identity.AddClaim(new Claim(SecondFactorClaim, "1"));
        }
    }

    private static bool IsOf(JsonElement token, JsonElement user, ExternalProvider provider, string? nonce) =>
        Values(token, "aud").Contains(provider.ClientId)
        && Values(token, "nonce").SequenceEqual([nonce ?? ""])
        && Values(token, "sub").SequenceEqual(Values(user, "sub"));

    private static JsonElement? IdToken(JsonDocument? answer)
    {
        if (
            answer?.RootElement.TryGetProperty("id_token", out var text) != true
            || text.ValueKind != JsonValueKind.String
            || text.GetString()!.Split('.') is not [_, var payload, _]
        )
        {
            return null;
        }

        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Values(JsonElement from, string claim) =>
        claim.Length == 0 || from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(claim, out var value) ? []
        : value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : [];
}
