using System.Globalization;

namespace Hemvag.Modules.Organisations;

/// <summary>An organisation as it is shown.</summary>
/// <param name="Zone">IANA zone.</param>
/// <param name="SinglePerson">See <see cref="Organisation.SinglePerson"/>.</param>
internal sealed record OrganisationView(
    Guid Id,
    OrganisationKind Kind,
    string Code,
    string NameSv,
    string NameEn,
    string? CountryCode,
    string Zone,
    bool SinglePerson,
    string? Phone,
    string? Mail,
    string? Web,
    string? Address = null
)
{
    /// <summary>Nobody has said how to reach it.</summary>
    public bool LacksContacts => Phone is null && Mail is null && Web is null && Address is null;

    public OrganisationContacts Contacts => new(Phone, Mail, Web, Address);

    /// <summary>In the reader's language.</summary>
    public string Name => NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <param name="language">"en", else Swedish.</param>
    public string NameIn(string language) => language == "en" ? NameEn : NameSv;
}
