using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.FollowUp;

/// <summary>Those who keep contact after a return, with accounts that exist in no table.</summary>
internal static class FollowUpPeople
{
    public static readonly Guid Region = StableId.Of("region:stockholm");
    public static readonly Guid OtherRegion = StableId.Of("region:vast");
    public static readonly Guid Office = StableId.Of("office:iom-md");
    public static readonly Guid Helsinki = StableId.Of("organisation:iom-finland");

    public static readonly CurrentAccount Coordinator = Of("coordinator", Region, OrganisationKind.Region, Role.RegionalCoordinator);
    public static readonly CurrentAccount Stranger = Of("stranger", OtherRegion, OrganisationKind.Region, Role.RegionalCoordinator);
    public static readonly CurrentAccount Caseworker = Of("caseworker", Helsinki, OrganisationKind.IomFinland, Role.IomCaseworker);
    public static readonly CurrentAccount Local = Of("local", Office, OrganisationKind.LocalIomOffice, Role.LocalOfficeWorker);

    private static CurrentAccount Of(string name, Guid organisation, OrganisationKind kind, params Role[] roles) =>
        new(StableId.Of("test-account:" + name), name, organisation, kind, name, "Europe/Helsinki", roles.ToHashSet());
}
