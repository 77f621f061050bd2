using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Colleagues;

/// <summary>The role in which a case is someone's own.</summary>
internal static class ColleagueRoles
{
    /// <summary>The coordinator's, or the role that takes on what waits; an organisation has one of them, so that nobody acts in two.</summary>
    public static Role Of(CaseHandle handle) =>
        handle.Roles.First(r => r is Role.RegionalCoordinator or Role.MigrationOfficer || TakingOn.Concerns(r));
}
