using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What the vocabulary asks of every version: the end is the end, facts are facts, and whoever acts can see the case.</summary>
internal static class WayChecks
{
    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        CheckEnd(version.Milestones, found);
        var isCash = version.Kind == ProgrammeKind.CashSupport;
        for (var index = 0; index < version.Milestones.Count; index++)
        {
            CheckRow(version.Milestones, index, found);
            if (!isCash)
            {
                CheckReturn(version, index, found);
            }
        }

        if (isCash)
        {
            CashChecks.Check(version, found);
        }
        else
        {
            CheckAlways(version.Milestones, found);
            CheckDecider(version.Gatekeeper, found);
            CheckMoney(version, found);
        }

        var certified = Has(version.Milestones, MilestoneKind.VoluntarinessCertified);
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
            !WayTables.SeeNoCase.Contains(version.Gatekeeper.Role),
            "$.gatekeeper.role",
            $"a role that can see a case, found {version.Gatekeeper.Role}"
        );
    }

    private static void CheckFillers(FormDefinition form, string path, ErrorList found)
    {
        found.Require(form.FilledBy.Count > 0, path, "at least one role");
        found.Require(
            form.FilledBy.All(WayTables.FillForms.Contains),
            path,
            $"roles that can see a case and fill in forms ({string.Join(", ", WayTables.FillForms)}), found {string.Join(", ", form.FilledBy)}"
        );
    }

    private static void CheckEnd(IReadOnlyList<MilestoneDefinition> rows, ErrorList found)
    {
        var end = rows.ToList().FindIndex(row => row.Kind == MilestoneKind.Closed);
        found.Require(end < 0 || end == rows.Count - 1, $"$.milestones[{end}]", "Closed as the last milestone: nothing comes after it");
    }

    private static void CheckRow(IReadOnlyList<MilestoneDefinition> rows, int index, ErrorList found)
    {
        var row = rows[index];
        var path = $"$.milestones[{index}]";
        found.Require(
            !WayTables.AlwaysFacts.Contains(row.Kind) || row.Nature == MilestoneNature.Fact,
            path + ".nature",
            $"Fact: {row.Kind} is what happened"
        );
        found.Require(
            !WayTables.AlwaysActs.Contains(row.Kind) || row.Nature == MilestoneNature.Act,
            path + ".nature",
            $"Act: someone does {row.Kind}"
        );
        UniqueIds.Once(row.Roles, role => role, path + ".roles", "name", found);
        UniqueIds.Once(row.After, kind => kind, path + ".after", "name", found);
        for (var role = 0; role < row.Roles.Count; role++)
        {
            found.Require(
                !WayTables.SeeNoCase.Contains(row.Roles[role]),
                $"{path}.roles[{role}]",
                $"a role that can see a case, found {row.Roles[role]}, which never does"
            );
        }
    }

    private static void CheckReturn(ProgrammeVersion version, int index, ErrorList found)
    {
        var rows = version.Milestones;
        var row = rows[index];
        var path = $"$.milestones[{index}]";
        CheckAble(rows, row, path, found);
        foreach (var (earlier, later) in WayTables.Needed.Where(pair => pair.Later == row.Kind && !Has(rows, pair.Earlier)))
        {
            found.Add(path, $"the milestone {earlier} before {later}, which can't be set without it");
        }

        foreach (var (earlier, later) in WayTables.Order.Where(pair => pair.Later == row.Kind && Has(rows, pair.Earlier)))
        {
            found.Require(Before(rows, row).Contains(earlier), path + ".after", $"{earlier} somewhere before {later}");
        }

        found.Require(
            row.Kind != MilestoneKind.LocalOfficeContacted || Has(rows, MilestoneKind.Booked),
            path,
            $"the milestone {MilestoneKind.Booked}: whoever arranges the journey names the office that is contacted"
        );
        foreach (var gate in WayTables.OfChildren.Where(one => one.On == row.Kind).SelectMany(one => one.Gates).Except(row.Gates))
        {
            found.Add(path + ".gates", $"the gate {gate} before {row.Kind}, which protects a child");
        }

        CheckCertificate(version, row, path, found);
    }

    private static void CheckAble(IReadOnlyList<MilestoneDefinition> rows, MilestoneDefinition row, string path, ErrorList found)
    {
        if (!WayTables.Able.TryGetValue(row.Kind, out var able))
        {
            found.Add(path + ".kind", $"a milestone of a return, found {row.Kind}");
            return;
        }

        if (row.Roles.Count == 0)
        {
            // Told by another rule.
            return;
        }

        var can = row.Roles.Where(able.Contains).ToList();
        found.Require(can.Count > 0, path + ".roles", $"one whose task it can be: {string.Join(" or ", able)}");
        CheckSight(rows, row, can.Count > 0 ? can : row.Roles, path, found);
    }

    // The local office learns of a case only with the person's yes to that very contact.
    private static void CheckSight(
        IReadOnlyList<MilestoneDefinition> rows,
        MilestoneDefinition row,
        IReadOnlyList<Role> who,
        string path,
        ErrorList found
    )
    {
        const MilestoneKind Opens = MilestoneKind.LocalOfficeContacted;
        found.Require(
            who.Any(one => one != Role.LocalOfficeWorker) || Before(rows, row).Contains(Opens),
            path + ".roles",
            $"a role that can see the case then: {Role.LocalOfficeWorker} sees none before {Opens}"
        );
    }

    // The certificate is a page of the application, for those who fill it in.
    private static void CheckCertificate(ProgrammeVersion version, MilestoneDefinition row, string path, ErrorList found)
    {
        if (row.Kind == MilestoneKind.VoluntarinessCertified && version.Forms.FirstOrDefault(form => form.Kind == FormKind.Application) is { } form)
        {
            found.Require(
                row.Roles.Any(form.FilledBy.Contains),
                path + ".roles",
                $"one who fills in the application: {string.Join(" or ", form.FilledBy)}"
            );
        }
    }

    private static void CheckAlways(IReadOnlyList<MilestoneDefinition> rows, ErrorList found)
    {
        foreach (var kind in WayTables.Always.Where(kind => !Has(rows, kind)))
        {
            found.Add("$.milestones", $"a milestone {kind}, without which no return can be completed");
        }
    }

    private static void CheckDecider(GatekeeperDefinition gatekeeper, ErrorList found)
    {
        var able = WayTables.Able[MilestoneKind.EligibilityDecided];
        found.Require(able.Contains(gatekeeper.Role), "$.gatekeeper.role", $"one whose task it can be: {string.Join(" or ", able)}");
    }

    private static void CheckMoney(ProgrammeVersion version, ErrorList found)
    {
        var opens = Has(version.Milestones, MilestoneKind.EntitlementsOpened);
        found.Require(
            opens || version.Entitlements.Lines.Count == 0,
            "$.entitlements.lines",
            "no lines, or a milestone EntitlementsOpened that opens them"
        );
        found.Require(
            !opens || version.Entitlements.Lines.Count == 0 || Has(version.Milestones, MilestoneKind.LocalOfficeContacted),
            "$.entitlements.lines",
            "no lines, or a milestone LocalOfficeContacted: the local office alone pays"
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

    private static bool Has(IReadOnlyList<MilestoneDefinition> rows, MilestoneKind kind) => rows.Any(row => row.Kind == kind);

    private static IReadOnlySet<MilestoneKind> Before(IReadOnlyList<MilestoneDefinition> rows, MilestoneDefinition row) =>
        Predecessors.Of(rows, row.Kind);
}
