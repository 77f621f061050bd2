using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>Whose yes the plan needs (S1.24, S1.50).</summary>
internal enum PlanParty
{
    /// <summary>The person who returns; written down by someone in Sweden or Helsinki who heard it.</summary>
    Person,

    IomFinland,

    LocalOffice,
}

/// <summary>Who may write down which party's yes.</summary>
internal static class PlanParties
{
    public static readonly IReadOnlyList<PlanParty> All = Enum.GetValues<PlanParty>();

    public static bool MayRecord(PlanParty party, IReadOnlySet<Role> roles) =>
        party switch
        {
            PlanParty.Person => roles.Contains(Role.RegionalCoordinator) || roles.Contains(Role.IomCaseworker),
            PlanParty.IomFinland => roles.Contains(Role.IomCaseworker),
            PlanParty.LocalOffice => roles.Contains(Role.LocalOfficeWorker),
        };
}
