using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>
/// Which organisations a consent of each purpose can name, and as what they then take part. Offices and partners abroad are chosen one by one.
/// Of the regions only the one that answers for the case: what another region would do in it is not decided, so that a consent that named
/// one would show it nothing.
/// </summary>
internal static class ConsentRecipients
{
    public static readonly OrganisationKind[] OfficeKinds = [OrganisationKind.LocalIomOffice, OrganisationKind.Partner];

    // Those of whom only the one that answers for the case can be named.
    private static readonly OrganisationKind[] Answering = [OrganisationKind.Region, OrganisationKind.FormerGatekeeper];

    private static readonly OrganisationKind[] Swedish =
    [
        OrganisationKind.Region,
        OrganisationKind.FormerGatekeeper,
        OrganisationKind.SocialServices,
        OrganisationKind.Police,
        OrganisationKind.MigrationAgency,
        OrganisationKind.Shelter,
    ];

    /// <summary>The role in which an organisation takes part when a consent names it; null where the consent itself lets nobody in.</summary>
    /// <remarks>
    /// IOM Finland comes in with the referral. Where the version has it act before that, or knows no referral, and where the case was referred
    /// before it was entered here, it comes in with the consent itself (S0.12).
    /// </remarks>
    public static Role? RoleOf(OrganisationKind kind, ConsentPurpose purpose, ProgrammeVersion version, Case @case) =>
        purpose == ConsentPurpose.ExchangeWithIom
            ? (kind == OrganisationKind.IomFinland && (ActsBeforeReferral(version) || WasReferred(version, @case)) ? Role.IomCaseworker : null)
        : purpose == ConsentPurpose.AccessToJustice ? (kind == OrganisationKind.IomFinland ? Role.IomCaseworker : null)
        : purpose is not (ConsentPurpose.ExchangeBetweenSwedishAuthorities or ConsentPurpose.ProgressNotesToSwedishPartners) ? null
        : kind is OrganisationKind.SocialServices or OrganisationKind.Police or OrganisationKind.MigrationAgency or OrganisationKind.Shelter
            ? Role.ReferringProfessional
        : null;

    private static bool ActsBeforeReferral(ProgrammeVersion version)
    {
        var table = new MilestoneTable(version);
        return table.Rows.Any(m =>
            m.Kind != MilestoneKind.Referred
            && m.Roles.Contains(Role.IomCaseworker)
            && !(table.Has(MilestoneKind.Referred) && table.AllBefore(m.Kind).Contains(MilestoneKind.Referred))
        );
    }

    // The archive may lack the day of the referral itself, and have that of something which came after it.
    private static bool WasReferred(ProgrammeVersion version, Case @case)
    {
        var table = new MilestoneTable(version);
        return @case.PastSet.Any(kind =>
            kind == MilestoneKind.Referred || (table.Has(kind) && table.AllBefore(kind).Contains(MilestoneKind.Referred))
        );
    }

    /// <summary>Whether a consent for the purpose can name the organisation in this case.</summary>
    public static bool CanName(OrganisationView organisation, ConsentPurpose purpose, Case @case) =>
        Answering.Contains(organisation.Kind)
            ? KindsFor(purpose).Contains(organisation.Kind) && organisation.Id == @case.RegionId
            : KindsFor(purpose).Contains(organisation.Kind) || (NamesOffice(purpose) && OfficeKinds.Contains(organisation.Kind));

    /// <summary>Whether an office or partner abroad is named beside the others.</summary>
    public static bool NamesOffice(ConsentPurpose purpose) => purpose is ConsentPurpose.ContactWithLocalOffice or ConsentPurpose.ContactAfterReturn;

    public static OrganisationKind[] KindsFor(ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.FirstContact => Answering,
            ConsentPurpose.ExchangeWithIom => [OrganisationKind.IomFinland],
            ConsentPurpose.ExchangeBetweenSwedishAuthorities => Swedish,
            ConsentPurpose.ContactWithLocalOffice => [OrganisationKind.Partner],
            ConsentPurpose.ProgressNotesToSwedishPartners => Swedish,
            ConsentPurpose.ContactAfterReturn => [OrganisationKind.IomFinland],
            ConsentPurpose.AccessToJustice =>
            [
                OrganisationKind.IomFinland,
                OrganisationKind.Police,
                OrganisationKind.SocialServices,
                OrganisationKind.MigrationAgency,
            ],
        };
}
