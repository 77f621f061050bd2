using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Sandbox;

/// <summary>
/// An invented case under a version, carried by the same table as a real one. Pure: it is what its moves make of it, and nothing is stored.
/// </summary>
internal sealed class SandboxCase
{
    private readonly ProgrammeVersion version;
    private readonly List<SandboxMove> moves = [];
    private readonly HashSet<MilestoneKind> reached = [];
    private readonly HashSet<GateKind> ticked = [];
    private IReadOnlyList<SandboxLine> lines = [];

    private SandboxCase(ProgrammeVersion version)
    {
        this.version = version;
        Table = new MilestoneTable(version);
    }

    public MilestoneTable Table { get; }

    public IReadOnlyList<SandboxMove> Moves => moves;

    public IReadOnlySet<MilestoneKind> Reached => reached;

    /// <summary>Empty until the entitlements are opened.</summary>
    public IReadOnlyList<SandboxLine> Lines => lines;

    public bool IsClosed => reached.Contains(MilestoneKind.Closed);

    public static SandboxCase Begin(ProgrammeVersion version) => new(version);

    /// <summary>The case after these moves, one after the other.</summary>
    /// <exception cref="RefusedException">As <see cref="Do"/>, of the first move that can't be made.</exception>
    public static SandboxCase Replay(ProgrammeVersion version, IEnumerable<SandboxMove> moves)
    {
        var sandbox = new SandboxCase(version);
        foreach (var move in moves)
        {
            sandbox.Do(move);
        }

        return sandbox;
    }

    /// <summary>Gates with a milestone of their own are met by it; the others by saying so.</summary>
    public bool IsMet(GateKind gate) => GateEvidence.MilestoneOf(gate) is { } evidence ? reached.Contains(evidence) : ticked.Contains(gate);

    /// <summary>True where someone says that the gate is met; false where a milestone of the case does.</summary>
    public static bool IsTicked(GateKind gate) => GateEvidence.MilestoneOf(gate) is null;

    public IReadOnlyList<GateKind> OpenGates(MilestoneKind kind) => [.. Table.Gates(kind).Where(gate => !IsMet(gate))];

    /// <summary>True when the milestone can be set now by someone in one of its roles.</summary>
    public bool CanSet(MilestoneKind kind) =>
        !IsClosed && !reached.Contains(kind) && Table.Awaits(kind, reached).Count == 0 && OpenGates(kind).Count == 0;

    /// <exception cref="RefusedException">SandboxClosed, SandboxNotHere, SandboxAlready, SandboxNotThisRole, SandboxTooEarly, SandboxGateOpen, SandboxMoneyClosed, SandboxCeiling.</exception>
    public void Do(SandboxMove move)
    {
        if (IsClosed)
        {
            throw new RefusedException(ProgrammeRefusals.SandboxClosed);
        }

        switch (move)
        {
            case SandboxMove.Tick tick:
                Tick(tick.Met);
                break;
            case SandboxMove.Set set:
                Set(set.Milestone, set.Role);
                break;
            case SandboxMove.Pay pay:
                Pay(pay);
                break;
        }

        moves.Add(move);
    }

    private void Tick(GateKind gate)
    {
        Require(version.Milestones.Any(row => row.Gates.Contains(gate)) && IsTicked(gate), ProgrammeRefusals.SandboxNotHere);
        Require(ticked.Add(gate), ProgrammeRefusals.SandboxAlready);
    }

    private void Set(MilestoneKind kind, Role role)
    {
        Require(Table.Has(kind), ProgrammeRefusals.SandboxNotHere);
        Require(!reached.Contains(kind), ProgrammeRefusals.SandboxAlready);
        Require(Table.MaySet(kind, role), ProgrammeRefusals.SandboxNotThisRole);
        Require(Table.Awaits(kind, reached).Count == 0, ProgrammeRefusals.SandboxTooEarly);
        Require(OpenGates(kind).Count == 0, ProgrammeRefusals.SandboxGateOpen);
        reached.Add(kind);
        if (kind == MilestoneKind.EntitlementsOpened)
        {
            lines = SandboxLine.For(version.Entitlements);
        }
    }

    private void Pay(SandboxMove.Pay pay)
    {
        var line = lines.FirstOrDefault(one => one.Beneficiary == pay.Beneficiary && one.Category == pay.Category);
        Require(line is not null, ProgrammeRefusals.SandboxMoneyClosed);
        Require(line!.Of(pay.Amount) is { } amount && amount <= line.LeftMinor, ProgrammeRefusals.SandboxCeiling);
        lines = [.. lines.Select(one => one == line ? one with { PaidMinor = one.PaidMinor + one.Of(pay.Amount)!.Value } : one)];
    }

    private static void Require(bool holds, Refusal refusal)
    {
        if (!holds)
        {
            throw new RefusedException(refusal);
        }
    }
}
