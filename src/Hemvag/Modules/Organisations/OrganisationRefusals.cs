using Hemvag.Data;

namespace Hemvag.Modules.Organisations;

/// <summary>Why something about an organisation was refused.</summary>
internal static class OrganisationRefusals
{
    public static readonly Refusal KindNotAddable = Of("OrganisationKindNotAddable");
    public static readonly Refusal NameTaken = Of("OrganisationNameTaken");
    public static readonly Refusal NameMissing = Of("OrganisationNameMissing");
    public static readonly Refusal ZoneUnknown = Of("OrganisationZoneUnknown");
    public static readonly Refusal CountryUnknown = Of("OrganisationCountryUnknown");
    public static readonly Refusal NotAnOffice = Of("OrganisationNotAnOffice");

    public static readonly Refusal ContactMalformed = Of("OrganisationContactMalformed");
    public static readonly Refusal ContactsChanged = Of("OrganisationContactsChanged");

    private static Refusal Of(string name) => new(name, typeof(OrganisationsTexts));
}
