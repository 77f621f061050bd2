using System.Security.Cryptography;
using System.Text.Json;

namespace Hemvag.Modules.Organisations;

/// <summary>How an organisation is reached; null is a way there is none of.</summary>
/// <param name="Address">Where people can visit it.</param>
internal sealed record OrganisationContacts(string? Phone, string? Mail, string? Web, string? Address)
{
    /// <summary>Tells these from others: what a form carries of what it had shown.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((string?[])[Phone, Mail, Web, Address])));
}
