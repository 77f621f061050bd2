using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Whom a reader is shown of those who work on a case. Abroad nobody is shown who helps the person in Sweden: a shelter's name tells where
/// the person is. And whoever may not see the journey is not shown which office meets the person: its name is the country's.
/// </summary>
internal static class SeerSight
{
    private static readonly Role[] WithPartners = [Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.MigrationOfficer];

    private static readonly Role[] InHelsinki = [Role.IomCaseworker, Role.IomApprover];

    /// <summary>Whether the roles let their holder see who helps the person in Sweden.</summary>
    public static bool SeesPartners(IEnumerable<Role> roles) => roles.Any(WithPartners.Contains);

    /// <summary>Whether a reader is shown that someone takes part: those abroad see IOM Finland and their own office.</summary>
    public static bool Shows(CaseHandle reader, Guid organisationId, Role role) =>
        SeesPartners(reader.Roles) || InHelsinki.Contains(role) || organisationId == reader.Account.OrganisationId;

    /// <summary>Whether a reader is shown the name of someone that they see takes part.</summary>
    public static bool Names(CaseHandle reader, Guid organisationId, Role role) =>
        role != Role.LocalOfficeWorker
        || reader.May(CaseAction.SeeTravel)
        || reader.May(CaseAction.SeeCash)
        || organisationId == reader.Account.OrganisationId;
}
