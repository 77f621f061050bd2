using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.Security;

/// <summary>One demo account of a role, a case that it works on and one that it has nothing to do with.</summary>
/// <param name="Own">Null for the roles that work on no case.</param>
internal sealed record Walker(string Code, Role Role, string? Own, string Stranger)
{
    public static IReadOnlyList<Walker> All { get; } =
    [
        new("social-1", Role.ReferringProfessional, "c13", "c02"),
        new("vast-1", Role.RegionalCoordinator, "c02", "c05"),
        new("iom-1", Role.IomCaseworker, "c02", "c10"),
        new("approver-1", Role.IomApprover, "c02", "c10"),
        new("thailand-1", Role.LocalOfficeWorker, "c02", "c01"),
        new("national-1", Role.NationalCoordination, null, "c02"),
        new("migration-1", Role.MigrationOfficer, null, "c02"),
        new("dpo-1", Role.DataProtectionOfficer, null, "c02"),
        new("auditor-1", Role.Auditor, null, "c02"),
        new("admin-1", Role.Administrator, null, "c02"),
    ];

    public override string ToString() => $"{Role} ({Code})";
}
