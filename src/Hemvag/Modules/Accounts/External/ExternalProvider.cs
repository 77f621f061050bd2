namespace Hemvag.Modules.Accounts.External;

/// <summary>An organisation's own sign-in (OpenID Connect, authorization code): section <c>ExternalSignIn:KEY</c>.</summary>
internal sealed record ExternalProvider
{
    /// <summary>The section's name, in addresses and rows: small letters, digits and dashes.</summary>
    public string Key { get; init; } = "";

    /// <summary>As the button says it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Code of the organisation whose accounts may use it.</summary>
    public string Organisation { get; init; } = "";

    public string AuthorizationEndpoint { get; init; } = "";

    public string TokenEndpoint { get; init; } = "";

    public string UserInformationEndpoint { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>With a space between them.</summary>
    public string Scope { get; init; } = "openid";

    /// <summary>The claim that names a person for good. A mail address does not.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>The claim in which the provider vouches for a second factor, "amr" or "acr"; empty when it does not.</summary>
    public string SecondFactorClaim { get; init; } = "";

    /// <summary>Its values that mean two factors, with a space between them.</summary>
    public string SecondFactorValues { get; init; } = "";

    public string Scheme => $"External-{Key}";

    public string CallbackPath => $"/sign-in/external/{Key}/callback";

    public bool Vouches(IEnumerable<string> values) =>
        SecondFactorClaim.Length > 0
        && SecondFactorValues.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(values, StringComparer.Ordinal).Any();
}

/// <summary>The providers of this installation, by their key.</summary>
internal sealed class ExternalProviders
{
    private readonly IReadOnlyList<ExternalProvider> all;

    /// <exception cref="AccountsRefusedException">Something is missing, or an address is not https.</exception>
    public ExternalProviders(IConfiguration configuration)
    {
        all =
        [
            .. configuration
                .GetSection("ExternalSignIn")
                .GetChildren()
                .Select(section => (section.Get<ExternalProvider>() ?? new ExternalProvider()) with { Key = section.Key.ToLowerInvariant() }),
        ];
        foreach (var provider in all)
        {
            Require(provider);
        }
    }

    public IReadOnlyList<ExternalProvider> All => all;

    public ExternalProvider? Find(string? key) => all.FirstOrDefault(p => p.Key == key);

    private static void Require(ExternalProvider provider)
    {
        if (!provider.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new AccountsRefusedException($"ExternalSignIn:{provider.Key} has a name that is more than small letters, digits and dashes.");
        }

        string[] needed = [provider.Name, provider.Organisation, provider.ClientId, provider.ClientSecret, provider.SubjectClaim];
        if (needed.Any(string.IsNullOrWhiteSpace))
        {
            throw new AccountsRefusedException(
                $"ExternalSignIn:{provider.Key} is not complete: it takes Name, Organisation, ClientId, ClientSecret and three endpoints."
            );
        }

        string[] endpoints = [provider.AuthorizationEndpoint, provider.TokenEndpoint, provider.UserInformationEndpoint];
        if (endpoints.Any(e => !Uri.TryCreate(e, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)))
        {
            throw new AccountsRefusedException($"ExternalSignIn:{provider.Key} names an endpoint that is not an https address.");
        }
    }
}
