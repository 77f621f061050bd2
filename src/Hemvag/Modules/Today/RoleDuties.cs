using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Today;

/// <summary>Roles that work outside cases: what they can do, and where. They never see a case.</summary>
internal static class RoleDuties
{
    private static readonly (Role Role, (string Key, string Path)[] Places)[] All =
    [
        (
            Role.NationalCoordination,
            [
                ("Do.Organisations", StartPlaces.Organisations),
                ("Do.Programmes", StartPlaces.Programmes),
                ("Do.SupportLine", StartPlaces.SupportLine),
                ("Do.HelplineCounts", StartPlaces.HelplineCounts),
                ("Do.Met", StartPlaces.Met),
                ("Do.Retention", StartPlaces.Retention),
            ]
        ),
        (
            Role.DataProtectionOfficer,
            [
                ("Do.Trail", StartPlaces.Trail),
                ("Do.Openings", StartPlaces.Openings),
                ("Do.Verify", StartPlaces.Verify),
                ("Do.ReadProgrammes", StartPlaces.Programmes),
                ("Do.Retention", StartPlaces.Retention),
            ]
        ),
        (
            Role.Auditor,
            [
                ("Do.Trail", StartPlaces.Trail),
                ("Do.Openings", StartPlaces.Openings),
                ("Do.Verify", StartPlaces.Verify),
                ("Do.ReadProgrammes", StartPlaces.Programmes),
                ("Do.HelplineCounts", StartPlaces.HelplineCounts),
            ]
        ),
        (Role.Administrator, [("Do.Administration", StartPlaces.Administration)]),
    ];

    public static bool WorksOnCases(CurrentAccount account) => account.Roles.Any(CasePermissions.WorksOnCases);

    /// <summary>Key of the sentence and the places, for each such role of the account.</summary>
    public static IReadOnlyList<RoleDuty> Of(CurrentAccount account) =>
        [
            .. All.Where(d => account.Is(d.Role))
                .Select(d => new RoleDuty($"Role.{d.Role}.Does", [.. d.Places.Select(p => new RoleDutyPlace(p.Key, p.Path))])),
        ];
}

internal sealed record RoleDuty(string SentenceKey, IReadOnlyList<RoleDutyPlace> Places);

internal sealed record RoleDutyPlace(string Key, string Path);
