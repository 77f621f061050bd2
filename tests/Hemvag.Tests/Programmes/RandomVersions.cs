using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.TestKit;

namespace Hemvag.Tests.Programmes;

/// <summary>Makes programme versions by chance, each after one of the models: sound ones, and some with one to three things broken.</summary>
internal sealed class RandomVersions(Random random, IReadOnlyList<ProgrammeVersion> models)
{
    private ProgrammeVersion model = models[0];

    private static readonly Role[] SeeCases =
    [
        Role.ReferringProfessional,
        Role.RegionalCoordinator,
        Role.IomCaseworker,
        Role.IomApprover,
        Role.LocalOfficeWorker,
    ];

    // Without these it is no version, nobody holds its cases and none is completed, or the amounts have no milestone to open them.
    private static readonly MilestoneKind[] Always =
    [
        MilestoneKind.FirstContact,
        MilestoneKind.MatterTaken,
        MilestoneKind.EligibilityDecided,
        MilestoneKind.MetOnArrival,
        MilestoneKind.EntitlementsOpened,
        MilestoneKind.Closed,
    ];

    // In the order in which one takes the next with it.
    private static readonly (MilestoneKind Earlier, MilestoneKind Later)[] Needs =
    [
        (MilestoneKind.ApplicationSigned, MilestoneKind.Referred),
        (MilestoneKind.Referred, MilestoneKind.ReceiptConfirmed),
        (MilestoneKind.Referred, MilestoneKind.SupportAnswered),
        (MilestoneKind.Booked, MilestoneKind.ReadyToTravel),
        (MilestoneKind.Booked, MilestoneKind.LocalOfficeContacted),
        (MilestoneKind.LocalOfficeContacted, MilestoneKind.PlanAgreed),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
        (MilestoneKind.FollowUpDone, MilestoneKind.Evaluated),
    ];

    // All that a decision on cash support can wait for.
    private static readonly GateKind[] OfCash = [GateKind.IomConsent, GateKind.LocalOfficeConsent];

    public ProgrammeVersion Sound()
    {
        model = random.Pick(models);
        var cash = model.Kind == ProgrammeKind.CashSupport;
        // Cash support has all of its milestones, always.
        var kinds = model.Milestones.Select(row => row.Kind).Where(kind => cash || Always.Contains(kind) || random.Next(4) > 0).ToList();
        // What the program asks for before it lets anyone set the later one.
        foreach (var (earlier, later) in Needs.Where(pair => !cash && !kinds.Contains(pair.Earlier)))
        {
            kinds.Remove(later);
        }

        model = model with { Milestones = [.. model.Milestones.Where(row => kinds.Contains(row.Kind))] };
        var steps = Enumerable.Range(1, random.Next(1, 1 + Math.Min(6, kinds.Count))).Select(Step).ToList();
        var rows = new List<MilestoneDefinition>();
        foreach (var kind in kinds)
        {
            rows.Add(Row(kind, rows, steps[rows.Count * steps.Count / kinds.Count].Id));
        }

        var percent = random.Pick([10, 25, 50, 100]);
        var lines = cash
            ? model.Entitlements.Lines.Select(line => Line(line) with { Instalments = null }).ToList()
            : model.Entitlements.Lines.Where(_ => random.Next(4) > 0 && kinds.Contains(MilestoneKind.LocalOfficeContacted)).Select(Line).ToList();
        var total = lines.Sum(line => line.CeilingMinor);
        return model with
        {
            Id = $"made-{random.Next(1000)}",
            Steps = steps,
            Milestones = rows,
            // Who decides on cash support is not the version's to choose.
            Gatekeeper = cash
                ? model.Gatekeeper
                : model.Gatekeeper with
                {
                    Role = random.Pick([
                        .. rows.Single(row => row.Kind == MilestoneKind.EligibilityDecided)
                            .Roles.Where(role => role is Role.RegionalCoordinator or Role.IomCaseworker),
                    ]),
                },
            Forms = [.. model.Forms.Select(form => form with { Sections = [.. form.Sections.Take(random.Next(1, 3))] })],
            Support = [],
            Entitlements = model.Entitlements with
            {
                Lines = lines,
                AdultTotalMinor = total,
                FamilyCeilingMinor = model.Entitlements.FamilyCeilingMinor is null ? null : total * random.Next(1, 5),
                ChildShare = model.Entitlements.ChildShare with { Percent = percent },
            },
            FollowUp = model.FollowUp with { Months = random.Next(1, 24), Options = [] },
        };
    }

    public ProgrammeVersion Broken()
    {
        var version = Sound();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            version = Break(version);
        }

        return version;
    }

    private ProgrammeVersion Break(ProgrammeVersion version)
    {
        var rows = version.Milestones.ToList();
        var at = random.Next(rows.Count);
        var row = rows[at];
        var any = random.Pick(rows).Kind;
        return random.Next(20) switch
        {
            0 => Without(version, at),
            1 => With(version, at, row with { After = [.. row.After, any] }),
            2 => With(version, at, row with { After = [] }),
            3 => With(version, at, row with { Gates = [.. row.Gates, random.Pick(Enum.GetValues<GateKind>())] }),
            4 => With(version, at, row with { Roles = [random.Pick(Enum.GetValues<Role>())] }),
            5 => With(version, at, row with { Roles = [] }),
            6 => With(version, at, row with { Step = "nowhere" }),
            7 => With(version, at, row with { Nature = row.Nature == MilestoneNature.Act ? MilestoneNature.Fact : MilestoneNature.Act }),
            8 => version with { Milestones = [.. rows.OrderBy(_ => random.Next())] },
            9 => version with { Entitlements = version.Entitlements with { AdultTotalMinor = random.Next() } },
            10 => version with { Forms = [.. version.Forms.Skip(1)] },
            11 => version with { Consents = [.. version.Consents.Skip(random.Next(1, 3))] },
            12 => version with { Steps = [.. version.Steps.Skip(1)] },
            13 => version with { Gatekeeper = version.Gatekeeper with { Role = random.Pick(Enum.GetValues<Role>()) } },
            15 => version with { Eligibility = version.Eligibility with { Countries = [] } },
            16 => version with { Combination = null },
            17 => version with
            {
                Entitlements = version.Entitlements with { Lines = [.. version.Entitlements.Lines.Select(line => line with { Purposes = [] })] },
            },
            18 => With(version, at, row with { Roles = [random.Pick(SeeCases)] }),
            14 => version with { Name = new Bilingual("", version.Name.En) },
            _ => With(version, at, row with { Kind = any }),
        };
    }

    private static ProgrammeVersion With(ProgrammeVersion version, int at, MilestoneDefinition row) =>
        version with
        {
            Milestones = [.. version.Milestones.Select((old, index) => index == at ? row : old)],
        };

    private static ProgrammeVersion Without(ProgrammeVersion version, int at) =>
        version with
        {
            Milestones = [.. version.Milestones.Where((_, index) => index != at)],
        };

    private bool CanBeMet(GateKind gate) => GateEvidence.LackedBy(model, gate) is null;

    private ProgrammeStep Step(int order) => model.Steps[0] with { Id = $"step-{order}", Order = order };

    private MilestoneDefinition Row(MilestoneKind kind, List<MilestoneDefinition> earlier, string step)
    {
        var row = model.Milestones.Single(old => old.Kind == kind);
        return row with
        {
            Step = step,
            After = After(kind, earlier),
            Gates =
                row.Nature == MilestoneNature.Fact ? []
                : model.Kind == ProgrammeKind.CashSupport ? CashGates(kind)
                : [.. Gates(kind, earlier).Where(CanBeMet).Union(Needed(kind))],
            Roles = [.. row.Roles.Concat(SeeCases.Where(_ => random.Next(5) == 0)).Distinct().OrderBy(_ => random.Next())],
        };
    }

    private GateKind[] CashGates(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.ReceiptConfirmed => [.. OfCash.Where(_ => random.Next(2) == 0)],
            MilestoneKind.Closed => [GateKind.MoneySettled],
            _ => [],
        };

    private static GateKind[] Needed(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.Closed => [GateKind.MoneySettled],
            MilestoneKind.Referred => [GateKind.GuardianSigned],
            MilestoneKind.Booked => [GateKind.GuardianSigned, GateKind.ChildrenConsented, GateKind.BestInterestsDecided],
            MilestoneKind.ReadyToTravel =>
            [
                GateKind.GuardianSigned,
                GateKind.ChildrenConsented,
                GateKind.BestInterestsDecided,
                GateKind.ReceivingAuthorityNamed,
            ],
            _ => [],
        };

    // The milestone before it, so that the order of the journey holds, and by chance further ones.
    private List<MilestoneKind> After(MilestoneKind kind, List<MilestoneDefinition> earlier) =>
        earlier.Count == 0
            ? []
            : [.. earlier.SkipLast(1).Where(_ => random.Next(6) == 0).Select(row => row.Kind).Append(earlier[^1].Kind).Where(one => one != kind)];

    private IEnumerable<GateKind> Gates(MilestoneKind kind, List<MilestoneDefinition> earlier)
    {
        var there = earlier.Select(row => row.Kind).ToHashSet();
        return Enum.GetValues<GateKind>()
            .Where(_ => random.Next(6) == 0)
            .Where(gate => GateEvidence.MilestoneOf(gate) is not { } evidence || there.Contains(evidence))
            .Where(gate => gate != GateKind.NothingBooked || kind == MilestoneKind.FirstContact || !there.Contains(MilestoneKind.Booked));
    }

    private EntitlementDefinition Line(EntitlementDefinition line)
    {
        var amount = random.Next(1, 2000) * 100L;
        var count = random.Next(1, 13);
        return line with { CeilingMinor = amount * count, Instalments = random.Next(2) == 0 ? null : new InstalmentPlan(amount, count) };
    }
}
