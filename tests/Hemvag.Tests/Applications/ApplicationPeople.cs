using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.Applications;

/// <summary>Those around an application and a referral, with accounts that exist in no table.</summary>
internal static class ApplicationPeople
{
    public static readonly Guid Region = StableId.Of("region:vast");
    public static readonly Guid Iom = StableId.Of("organisation:iom-finland");

    public static readonly CurrentAccount Coordinator = Of("coordinator", Region, OrganisationKind.Region, Role.RegionalCoordinator);
    public static readonly CurrentAccount Caseworker = Of("caseworker", Iom, OrganisationKind.IomFinland, Role.IomCaseworker);

    public static readonly CurrentAccount Neighbour = Of("neighbour", StableId.Of("region:nord"), OrganisationKind.Region, Role.RegionalCoordinator);
    public static readonly CurrentAccount Approver = Of("approver", Iom, OrganisationKind.IomFinland, Role.IomApprover);
    public static readonly CurrentAccount Donor = Of(
        "donor",
        StableId.Of("organisation:jamstalldhetsmyndigheten"),
        OrganisationKind.NationalCoordination,
        Role.NationalCoordination
    );

    public static IReadOnlyList<CurrentAccount> All { get; } = [Coordinator, Caseworker, Neighbour, Approver, Donor];

    private static CurrentAccount Of(string name, Guid organisation, OrganisationKind kind, params Role[] roles) =>
        new(StableId.Of("test-account:" + name), name, organisation, kind, name, "Europe/Helsinki", roles.ToHashSet());
}
