using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What the vocabulary asks of every version: the end is the end, facts are facts, and whoever acts can see the case.</summary>
internal static class WayChecks
{
    // What has happened on a journey can always be recorded, and what someone answers for is always decided.
    private static readonly MilestoneKind[] AlwaysFacts =
    [
        MilestoneKind.FirstContact,
        MilestoneKind.Departed,
        MilestoneKind.MetOnArrival,
        MilestoneKind.OnwardJourneyDone,
        MilestoneKind.Evaluated,
        MilestoneKind.PresentedHerself,
        MilestoneKind.CashPaid,
    ];

    private static readonly MilestoneKind[] AlwaysActs =
    [
        MilestoneKind.EligibilityDecided,
        MilestoneKind.Referred,
        MilestoneKind.Booked,
        MilestoneKind.ReadyToTravel,
        MilestoneKind.EntitlementsOpened,
        MilestoneKind.Closed,
    ];

    // The donor sees figures, reviewers the trail, administrators accounts: none of them a case.
    private static readonly Role[] SeeNoCase = [Role.NationalCoordination, Role.DataProtectionOfficer, Role.Auditor, Role.Administrator];

    // What comes before on the journey, wherever a version has both.
    private static readonly (MilestoneKind Earlier, MilestoneKind Later)[] Order =
    [
        (MilestoneKind.ApplicationSigned, MilestoneKind.Referred),
        (MilestoneKind.Referred, MilestoneKind.ReceiptConfirmed),
        (MilestoneKind.Referred, MilestoneKind.SupportAnswered),
        (MilestoneKind.Booked, MilestoneKind.ReadyToTravel),
        (MilestoneKind.ReadyToTravel, MilestoneKind.Departed),
        (MilestoneKind.Booked, MilestoneKind.Departed),
        (MilestoneKind.Departed, MilestoneKind.MetOnArrival),
        (MilestoneKind.MetOnArrival, MilestoneKind.OnwardJourneyDone),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
    ];

    // What the program itself asks for before it lets anyone set the later one: without the earlier it could never be set.
    private static readonly (MilestoneKind Earlier, MilestoneKind Later)[] Needed =
    [
        (MilestoneKind.ApplicationSigned, MilestoneKind.Referred),
        (MilestoneKind.Referred, MilestoneKind.ReceiptConfirmed),
        (MilestoneKind.Referred, MilestoneKind.SupportAnswered),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
    ];

    // What no version may leave out of a child's return (S1.20, S1.22, S1.70; domain-facts §4.2). They concern no case without a child.
    private static readonly (MilestoneKind On, GateKind[] Gates)[] OfChildren =
    [
        (MilestoneKind.Referred, [GateKind.GuardianSigned]),
        (MilestoneKind.Booked, [GateKind.GuardianSigned, GateKind.ChildrenConsented, GateKind.BestInterestsDecided]),
        (
            MilestoneKind.ReadyToTravel,
            [GateKind.GuardianSigned, GateKind.ChildrenConsented, GateKind.BestInterestsDecided, GateKind.ReceivingAuthorityNamed]
        ),
    ];

    private static readonly Role[] FillForms = [Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker];

    /// <summary>
    /// Whose task allows it at all, where that is not the version's to say: one of them must be named, or nobody could ever set the milestone.
    /// The same as in the table of permissions, which stands on a floor above.
    /// </summary>
    public static readonly IReadOnlyDictionary<MilestoneKind, Role[]> Able = new Dictionary<MilestoneKind, Role[]>
    {
        [MilestoneKind.MatterTaken] = [Role.RegionalCoordinator],
        [MilestoneKind.LocalOfficeContacted] = [Role.IomCaseworker],
        [MilestoneKind.PlanAgreed] = [Role.IomCaseworker],
        [MilestoneKind.Booked] = [Role.IomCaseworker],
        [MilestoneKind.ReadyToTravel] = [Role.IomCaseworker],
        [MilestoneKind.Departed] = [Role.RegionalCoordinator, Role.IomCaseworker],
        [MilestoneKind.MetOnArrival] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.OnwardJourneyDone] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.FollowUpDone] = [Role.IomCaseworker, Role.LocalOfficeWorker],
        [MilestoneKind.Closed] = [Role.RegionalCoordinator, Role.IomCaseworker],
    };

    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        CheckEnd(version.Milestones, found);
        for (var index = 0; index < version.Milestones.Count; index++)
        {
            CheckRow(version, index, found);
        }

        CheckMoney(version, found);
        CheckChildren(version, found);
        var certified = version.Milestones.Any(row => row.Kind == MilestoneKind.VoluntarinessCertified);
        found.Require(
            !certified || version.Declarations.Any(one => one.Id == DeclarationWording.Voluntary),
            "$.declarations",
            $"a declaration \"{DeclarationWording.Voluntary}\", which VoluntarinessCertified needs"
        );
        for (var index = 0; index < version.Forms.Count; index++)
        {
            CheckFillers(version.Forms[index], $"$.forms[{index}].filledBy", found);
        }

        found.Require(
            !SeeNoCase.Contains(version.Gatekeeper.Role),
            "$.gatekeeper.role",
            $"a role that can see a case, found {version.Gatekeeper.Role}"
        );
    }

    private static void CheckFillers(FormDefinition form, string path, ErrorList found)
    {
        found.Require(form.FilledBy.Count > 0, path, "at least one role");
        found.Require(
            form.FilledBy.All(FillForms.Contains),
            path,
            $"roles that can see a case and fill in forms ({string.Join(", ", FillForms)}), found {string.Join(", ", form.FilledBy)}"
        );
    }

    private static void CheckEnd(IReadOnlyList<MilestoneDefinition> rows, ErrorList found)
    {
        var end = rows.ToList().FindIndex(row => row.Kind == MilestoneKind.Closed);
        found.Require(end < 0 || end == rows.Count - 1, $"$.milestones[{end}]", "Closed as the last milestone: nothing comes after it");
    }

    private static void CheckRow(ProgrammeVersion version, int index, ErrorList found)
    {
        var rows = version.Milestones;
        var row = rows[index];
        var path = $"$.milestones[{index}]";
        found.Require(!AlwaysFacts.Contains(row.Kind) || row.Nature == MilestoneNature.Fact, path + ".nature", $"Fact: {row.Kind} is what happened");
        found.Require(!AlwaysActs.Contains(row.Kind) || row.Nature == MilestoneNature.Act, path + ".nature", $"Act: someone does {row.Kind}");
        UniqueIds.Once(row.Roles, role => role, path + ".roles", "name", found);
        UniqueIds.Once(row.After, kind => kind, path + ".after", "name", found);
        for (var role = 0; role < row.Roles.Count; role++)
        {
            found.Require(
                !SeeNoCase.Contains(row.Roles[role]),
                $"{path}.roles[{role}]",
                $"a role that can see a case, found {row.Roles[role]}, which never does"
            );
        }

        CheckAble(row, path, found);
        CheckSight(rows, row, path, found);
        // A decision on cash support goes to IOM Finland as it is: nothing is signed for it here.
        var needed = version.Kind == ProgrammeKind.CashSupport ? [] : Needed;
        foreach (var (earlier, later) in needed.Where(pair => pair.Later == row.Kind && rows.All(other => other.Kind != pair.Earlier)))
        {
            found.Add(path, $"the milestone {earlier} before {later}, which can't be set without it");
        }

        foreach (var (earlier, later) in Order.Where(pair => pair.Later == row.Kind && rows.Any(other => other.Kind == pair.Earlier)))
        {
            found.Require(Before(rows, row).Contains(earlier), path + ".after", $"{earlier} somewhere before {later}");
        }
    }

    private static void CheckAble(MilestoneDefinition row, string path, ErrorList found)
    {
        if (row.Roles.Count > 0 && Able.TryGetValue(row.Kind, out var able))
        {
            found.Require(row.Roles.Any(able.Contains), path + ".roles", $"one whose task it can be: {string.Join(" or ", able)}");
        }
    }

    // The local office learns of a case only with the person's yes to that very contact.
    private static void CheckSight(IReadOnlyList<MilestoneDefinition> rows, MilestoneDefinition row, string path, ErrorList found)
    {
        const MilestoneKind Opens = MilestoneKind.LocalOfficeContacted;
        var alone = row.Roles.Count > 0 && row.Roles.All(one => one == Role.LocalOfficeWorker);
        found.Require(
            !alone || rows.All(other => other.Kind != Opens) || Before(rows, row).Contains(Opens),
            path + ".roles",
            $"a role that can see the case then: {Role.LocalOfficeWorker} sees none before {Opens}"
        );
    }

    private static void CheckChildren(ProgrammeVersion version, ErrorList found)
    {
        if (version.Kind != ProgrammeKind.AssistedReturn)
        {
            return;
        }

        for (var index = 0; index < version.Milestones.Count; index++)
        {
            var row = version.Milestones[index];
            foreach (var gate in OfChildren.Where(one => one.On == row.Kind).SelectMany(one => one.Gates).Except(row.Gates))
            {
                found.Add($"$.milestones[{index}].gates", $"the gate {gate} before {row.Kind}, which protects a child");
            }
        }
    }

    private static void CheckMoney(ProgrammeVersion version, ErrorList found)
    {
        if (version.Kind == ProgrammeKind.CashSupport)
        {
            CheckCash(version, found);
            return;
        }

        var opens = version.Milestones.Any(row => row.Kind == MilestoneKind.EntitlementsOpened);
        found.Require(
            opens || version.Entitlements.Lines.Count == 0,
            "$.entitlements.lines",
            "no lines, or a milestone EntitlementsOpened that opens them"
        );
        var end = version.Milestones.FirstOrDefault(row => row.Kind == MilestoneKind.Closed);
        found.Require(
            !opens || end is null || Before(version.Milestones, end).Contains(MilestoneKind.EntitlementsOpened),
            "$.milestones",
            "EntitlementsOpened somewhere before Closed: nothing is paid in a closed case"
        );
        found.Require(
            !opens || end is null || end.Gates.Contains(GateKind.MoneySettled),
            "$.milestones",
            "the gate MoneySettled before Closed, where EntitlementsOpened opens money"
        );
    }

    // What is decided is asked for when IOM Finland has confirmed receipt, and paid to someone who has come (S4.19, S4.22).
    private static void CheckCash(ProgrammeVersion version, ErrorList found)
    {
        var rows = version.Milestones;
        foreach (var (kind, earlier) in CashOrder)
        {
            var row = rows.FirstOrDefault(one => one.Kind == kind);
            found.Require(
                row is not null && (earlier is not { } before || Before(rows, row).Contains(before)),
                "$.milestones",
                $"{kind}{(earlier is { } first ? $", after {first}" : "")}"
            );
        }

        found.Require(version.Gatekeeper.Role == Role.MigrationOfficer, "$.gatekeeper.role", $"{Role.MigrationOfficer}: Migrationsverket decides");
        found.Require(version.Gatekeeper.Organisation is not null, "$.gatekeeper.organisation", "the code of the one organisation that decides");
        found.Require(
            version.Entitlements.Lines is [{ Category: EntitlementCategory.CashSupport, Instalments: null }],
            "$.entitlements.lines",
            $"one line {EntitlementCategory.CashSupport}, without instalments"
        );
    }

    private static readonly (MilestoneKind Kind, MilestoneKind? Earlier)[] CashOrder =
    [
        (MilestoneKind.EligibilityDecided, MilestoneKind.FirstContact),
        (MilestoneKind.Referred, MilestoneKind.EligibilityDecided),
        (MilestoneKind.ReceiptConfirmed, MilestoneKind.Referred),
        (MilestoneKind.PresentedHerself, null),
        (MilestoneKind.CashPaid, null),
    ];

    private static IReadOnlySet<MilestoneKind> Before(IReadOnlyList<MilestoneDefinition> rows, MilestoneDefinition row) =>
        Predecessors.Of(rows, row.Kind);
}
