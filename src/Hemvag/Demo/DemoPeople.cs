using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Demo;

/// <param name="Organisation">Code of a shipped organisation, or of one of <see cref="DemoPeople.Organisations"/>.</param>
internal sealed record DemoPerson(string Code, string Name, string Organisation, string Language, params Role[] Roles);

/// <summary>Who works in the demo. All names are invented.</summary>
internal static class DemoPeople
{
    public const string SocialServices = "socialtjanst-almvik";
    public const string Shelter = "jourhuset-lyktan";

    public static IReadOnlyList<NewOrganisation> Organisations { get; } =
    [
        Swedish(SocialServices, OrganisationKind.SocialServices, "Socialtjänsten i Almvik (demo)", "Social services in Almvik (demo)"),
        Swedish(Shelter, OrganisationKind.Shelter, "Jourhuset Lyktan (demo)", "Lyktan shelter (demo)"),
    ];

    public static IReadOnlyList<DemoPerson> Accounts { get; } =
    [
        new("vast-1", "Ylva Granlid", "vast", "sv", Role.RegionalCoordinator),
        new("vast-2", "Henrik Sandmyr", "vast", "sv", Role.RegionalCoordinator),
        new("stockholm-1", "Maj-Lis Törnefalk", "stockholm", "sv", Role.RegionalCoordinator),
        new("stockholm-2", "Dilan Rostami Ek", "stockholm", "sv", Role.RegionalCoordinator),
        new("syd-1", "Torkel Brunnby", "syd", "sv", Role.RegionalCoordinator),
        new("social-1", "Torun Ekeskär", SocialServices, "sv", Role.ReferringProfessional),
        new("shelter-1", "Amira Lindvret", Shelter, "sv", Role.ReferringProfessional),
        new("iom-1", "Eeva Kallionpää", "iom-finland", "en", Role.IomCaseworker),
        new("iom-2", "Mikael Strandros", "iom-finland", "en", Role.IomCaseworker),
        new("approver-1", "Päivi Honkasuo", "iom-finland", "en", Role.IomApprover),
        new("approver-2", "Gustaf Lindemark", "iom-finland", "en", Role.IomApprover),
        new("moldova-1", "Doina Crivăț", "iom-md", "en", Role.LocalOfficeWorker),
        new("moldova-2", "Vasile Bostănel", "iom-md", "en", Role.LocalOfficeWorker),
        new("romania-1", "Ilinca Vrânceanu", "iom-ro", "en", Role.LocalOfficeWorker),
        new("romania-2", "Radu Stejărel", "iom-ro", "en", Role.LocalOfficeWorker),
        new("thailand-1", "Siriporn Thongkham", "iom-th", "en", Role.LocalOfficeWorker),
        new("thailand-2", "Anan Wongsawat", "iom-th", "en", Role.LocalOfficeWorker),
        new("iraq-1", "Hana Mahdi Saleh", "iom-iq", "en", Role.LocalOfficeWorker),
        new("iraq-2", "Sardar Qadir", "iom-iq", "en", Role.LocalOfficeWorker),
        new("national-1", "Solveig Åkerhielm", "jamstalldhetsmyndigheten", "sv", Role.NationalCoordination),
        new("migration-1", "Rasmus Fjällrud", "migrationsverket", "sv", Role.MigrationOfficer),
        new("migration-2", "Agneta Myrbäck", "migrationsverket", "sv", Role.MigrationOfficer),
        new("dpo-1", "Birgitta Löfvenmark", "jamstalldhetsmyndigheten", "sv", Role.DataProtectionOfficer),
        new("auditor-1", "Olle Krokstedt", "jamstalldhetsmyndigheten", "sv", Role.Auditor),
        new("admin-1", "Samira Hallqvist", "jamstalldhetsmyndigheten", "sv", Role.Administrator),
        new("admin-2", "Jörgen Vidfors", "vast", "sv", Role.Administrator),
        new("admin-3", "Outi Lampinen", "iom-finland", "en", Role.Administrator),
    ];

    /// <summary>Id of one of <see cref="Organisations"/>.</summary>
    public static Guid OrganisationIdOf(string code) => StableId.Of("demo-organisation:" + code);

    private static NewOrganisation Swedish(string code, OrganisationKind kind, string sv, string en) =>
        new(kind, sv, en, null, "Europe/Stockholm", null, $"{code}@hemvag.example", null, OrganisationIdOf(code));
}
