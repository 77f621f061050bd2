using System.Globalization;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.CashSupport;

/// <summary>Those who work on cash support, with accounts that exist in no table; and invented families.</summary>
internal static class CashPeople
{
    public static readonly Guid Agency = StableId.Of("organisation:migrationsverket");
    public static readonly Guid Helsinki = StableId.Of("organisation:iom-finland");
    public static readonly Guid Iraq = StableId.Of("office:iom-iq");
    public static readonly Guid Somalia = StableId.Of("office:iom-so");

    public static readonly CurrentAccount Officer = Of("officer", Agency, OrganisationKind.MigrationAgency, Role.MigrationOfficer);
    public static readonly CurrentAccount OtherOfficer = Of("officer-2", Agency, OrganisationKind.MigrationAgency, Role.MigrationOfficer);
    public static readonly CurrentAccount Caseworker = Of("caseworker", Helsinki, OrganisationKind.IomFinland, Role.IomCaseworker);
    public static readonly CurrentAccount OtherCaseworker = Of("caseworker-2", Helsinki, OrganisationKind.IomFinland, Role.IomCaseworker);
    public static readonly CurrentAccount Approver = Of("approver", Helsinki, OrganisationKind.IomFinland, Role.IomApprover);
    public static readonly CurrentAccount Local = Of("local", Iraq, OrganisationKind.LocalIomOffice, Role.LocalOfficeWorker);
    public static readonly CurrentAccount OtherLocal = Of("local-2", Somalia, OrganisationKind.LocalIomOffice, Role.LocalOfficeWorker);

    private static int entered = 123_456;

    /// <summary>Two adults and a child, capped at the family's ceiling.</summary>
    public static IReadOnlyList<CashPerson> Family =>
        [
            Person("Zaynab", "Al-Hashimi", new DateOnly(1988, 3, 2), "A1234567", 30_000_00),
            Person("Karim", "Al-Hashimi", new DateOnly(1985, 7, 19), "B7654321", 30_000_00, CashRelation.SpouseOrCohabitant),
            Person("Layla", "Al-Hashimi", new DateOnly(2015, 1, 30), null, 15_000_00, CashRelation.Child),
            Person("Omar", "Al-Hashimi", new DateOnly(2018, 9, 9), null, 0, CashRelation.Child),
        ];

    public static CashPerson Person(
        string given,
        string family,
        DateOnly born,
        string? document,
        long amount,
        CashRelation relation = CashRelation.Applicant,
        string citizenship = "IQ"
    ) => new(relation, given, family, born, citizenship, document, amount);

    /// <summary>Each entry is a decision of its own, by its number.</summary>
    public static CashDecisionEntry Entry(DateOnly today, params IEnumerable<CashPerson> family) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"2-{Interlocked.Increment(ref entered)}"),
            today.AddDays(-3),
            AsylumOutcome.Refused,
            today.AddDays(-40),
            ReturnsWithAssistance: true,
            AppliedInSweden: true,
            today.AddDays(-20),
            "IQ",
            Iraq,
            today.AddDays(14),
            "+46 70 000 00 00",
            "ar",
            ConsentsToIom: true,
            ConsentsToOffice: true,
            "sv",
            [.. family]
        );

    private static CurrentAccount Of(string name, Guid organisation, OrganisationKind kind, params Role[] roles) =>
        new(StableId.Of("test-account:cash-" + name), name, organisation, kind, name, "Europe/Stockholm", roles.ToHashSet());
}
