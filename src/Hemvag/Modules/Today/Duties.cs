using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Today;

/// <summary>Roles that work outside cases: what they can do, and where. They never see a case.</summary>
internal static class Duties
{
    private static readonly (Role Role, (string Key, string Path)[] Places)[] All =
    [
        (Role.NationalCoordination, [("Do.Organisations", Places.Organisations)]),
        (Role.MigrationOfficer, [("Do.Organisations", Places.Organisations)]),
        (
            Role.DataProtectionOfficer,
            [("Do.Trail", Places.Trail), ("Do.Openings", Places.Openings), ("Do.Verify", Places.Verify)]
        ),
        (Role.Auditor, [("Do.Trail", Places.Trail), ("Do.Openings", Places.Openings), ("Do.Verify", Places.Verify)]),
        (Role.Administrator, [("Do.Administration", Places.Administration)]),
    ];

    public static bool WorksOnCases(CurrentAccount account) => CasePermissions.RolesFor(CaseAction.SeeCase).Any(account.Is);

    /// <summary>Key of the sentence and the places, for each such role of the account.</summary>
    public static IReadOnlyList<Duty> Of(CurrentAccount account) =>
        [
            .. All.Where(d => account.Is(d.Role))
                .Select(d => new Duty($"Role.{d.Role}.Does", [.. d.Places.Select(p => new DutyPlace(p.Key, p.Path))])),
        ];
}

internal sealed record Duty(string SentenceKey, IReadOnlyList<DutyPlace> Places);

internal sealed record DutyPlace(string Key, string Path);
