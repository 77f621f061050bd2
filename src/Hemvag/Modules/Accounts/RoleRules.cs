using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Accounts;

/// <summary>Which roles an organisation has, and which one person may not hold together.</summary>
internal static class RoleRules
{
    private static readonly Role[] Oversight = [Role.DataProtectionOfficer, Role.Auditor];

    public static IReadOnlyList<Role> For(OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.Region or OrganisationKind.FormerGatekeeper => [Role.RegionalCoordinator, .. Oversight, Role.Administrator],
            OrganisationKind.NationalCoordination => [Role.NationalCoordination, .. Oversight, Role.Administrator],
            OrganisationKind.IomFinland => [Role.IomCaseworker, Role.IomApprover, .. Oversight, Role.Administrator],
            OrganisationKind.LocalIomOffice or OrganisationKind.Partner => [Role.LocalOfficeWorker, Role.Administrator],
            OrganisationKind.SocialServices or OrganisationKind.Police or OrganisationKind.Shelter =>
            [
                Role.ReferringProfessional,
                .. Oversight,
                Role.Administrator,
            ],
            OrganisationKind.MigrationAgency => [Role.MigrationOfficer, Role.ReferringProfessional, .. Oversight, Role.Administrator],
            OrganisationKind.OversightBody => [.. Oversight, Role.Administrator],
        };

    /// <exception cref="RefusedException">RoleNotForOrganisation, RolesConflict or OversightConflict.</exception>
    public static void Require(OrganisationKind kind, IReadOnlyCollection<Role> roles, string? field = null)
    {
        if (roles.Any(r => !For(kind).Contains(r)))
        {
            throw new RefusedException(AccountRefusals.RoleNotForOrganisation, field);
        }

        // An administrator never sees a case: so nobody is both.
        if (roles.Contains(Role.Administrator) && roles.Any(WorksOnCases))
        {
            throw new RefusedException(AccountRefusals.RolesConflict, field);
        }

        // Nobody oversees what they do themselves: neither work on cases nor the giving of rights.
        if (roles.Any(Oversight.Contains) && roles.Any(r => r == Role.Administrator || WorksOnCases(r)))
        {
            throw new RefusedException(AccountRefusals.OversightConflict, field);
        }
    }

    /// <summary>The roles that work on cases.</summary>
    public static readonly IReadOnlyList<Role> OfCaseWork = [.. Enum.GetValues<Role>().Where(WorksOnCases)];

    private static bool WorksOnCases(Role role) =>
        role is not (Role.Administrator or Role.DataProtectionOfficer or Role.Auditor or Role.NationalCoordination);
}
