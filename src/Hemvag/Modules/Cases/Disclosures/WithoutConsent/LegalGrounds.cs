using Hemvag.Modules.Organisations;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <summary>
/// Which grounds there are without the person's consent, by the kind of recipient (OSL, domain-facts §4.6). The general clause (10:27) is not
/// among them: it does not hold for the social services (26:1–6), and a region's coordinators are of them. Nobody abroad but IOM Finland
/// can be named: nobody in the home country learns of the person without a yes to that very contact.
/// </summary>
internal static class LegalGrounds
{
    private static readonly DisclosureGround[] InSweden = [DisclosureGround.OwnActivity, DisclosureGround.DutyToDisclose];

    public static IReadOnlyList<DisclosureGround> For(OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.IomFinland => [DisclosureGround.InternationalOrganisation],
            OrganisationKind.LocalIomOffice or OrganisationKind.Partner => [],
            OrganisationKind.Region
            or OrganisationKind.FormerGatekeeper
            or OrganisationKind.SocialServices
            or OrganisationKind.Police
            or OrganisationKind.MigrationAgency
            or OrganisationKind.Shelter
            or OrganisationKind.NationalCoordination
            or OrganisationKind.OversightBody => InSweden,
        };

    /// <summary>Every ground that some recipient can have.</summary>
    public static IReadOnlyList<DisclosureGround> All => [.. InSweden, DisclosureGround.InternationalOrganisation];
}
