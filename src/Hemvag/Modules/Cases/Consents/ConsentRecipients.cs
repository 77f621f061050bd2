using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Which kinds of organisation a consent of each purpose can name. Offices and partners abroad are chosen one by one.</summary>
internal static class ConsentRecipients
{
    private static readonly OrganisationKind[] Swedish =
    [
        OrganisationKind.Region,
        OrganisationKind.SocialServices,
        OrganisationKind.Police,
        OrganisationKind.MigrationAgency,
        OrganisationKind.Shelter,
    ];

    public static OrganisationKind[] KindsFor(ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.FirstContact => [OrganisationKind.Region],
            ConsentPurpose.ExchangeWithIom => [OrganisationKind.IomFinland],
            ConsentPurpose.ExchangeBetweenSwedishAuthorities => Swedish,
            ConsentPurpose.ContactWithLocalOffice => [OrganisationKind.Partner],
            ConsentPurpose.ProgressNotesToSwedishPartners => Swedish,
            ConsentPurpose.ContactAfterReturn => [OrganisationKind.IomFinland],
        };
}
