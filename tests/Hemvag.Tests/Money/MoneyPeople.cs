using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.Money;

/// <summary>Those who take part in the money of a case, with accounts that exist in no table.</summary>
internal static class MoneyPeople
{
    public static readonly Guid Region = StableId.Of("region:stockholm");
    public static readonly Guid Office = StableId.Of("office:iom-md");

    public static readonly CurrentAccount Coordinator = Of("coordinator", Region, OrganisationKind.Region, Role.RegionalCoordinator);
    public static readonly CurrentAccount Caseworker = Of("caseworker", IomFinland.Id, OrganisationKind.IomFinland, Role.IomCaseworker);
    public static readonly CurrentAccount Approver = Of("approver", IomFinland.Id, OrganisationKind.IomFinland, Role.IomApprover);
    public static readonly CurrentAccount SecondApprover = Of("approver-2", IomFinland.Id, OrganisationKind.IomFinland, Role.IomApprover);
    public static readonly CurrentAccount Requester = Of("office-1", Office, OrganisationKind.LocalIomOffice, Role.LocalOfficeWorker);
    public static readonly CurrentAccount Payer = Of("office-2", Office, OrganisationKind.LocalIomOffice, Role.LocalOfficeWorker);

    /// <summary>Holds both roles at Helsinki: may still not approve what they requested.</summary>
    public static readonly CurrentAccount CaseworkerAndApprover = Of(
        "both",
        IomFinland.Id,
        OrganisationKind.IomFinland,
        Role.IomCaseworker,
        Role.IomApprover
    );

    private static CurrentAccount Of(string name, Guid organisation, OrganisationKind kind, params Role[] roles) =>
        new(StableId.Of("test-account:" + name), name, organisation, kind, name, "Europe/Helsinki", roles.ToHashSet());
}
