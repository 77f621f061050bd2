using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases;

/// <summary>Where a case stands, derived from what has happened. One pure function: saved with every operation, recomputed by verify.</summary>
internal sealed record CaseProgress(int Step, MilestoneKind? Next, DateOnly? NextDueOn, CaseState State, string Reached)
{
    public static CaseProgress Of(
        Case @case,
        ProgrammeVersion programme,
        IReadOnlySet<MilestoneKind> reached,
        IEnumerable<(DateOnly? DueOn, DateTime? DoneAt)> workItems
    )
    {
        var table = new MilestoneTable(programme);
        return new CaseProgress(
            table.CurrentStep(reached).Order,
            @case.ClosedAt is null ? table.Next(reached)?.Kind : null,
            @case.ClosedAt is null ? workItems.Where(w => w.DoneAt is null).Min(w => w.DueOn) : null,
            StateOf(@case),
            string.Join(',', reached.Order())
        );
    }

    public void WriteTo(Case @case)
    {
        @case.Step = Step;
        @case.Next = Next;
        @case.NextDueOn = NextDueOn;
        @case.State = State;
        @case.Reached = Reached;
    }

    public bool Stands(Case @case) =>
        @case.Step == Step && @case.Next == Next && @case.NextDueOn == NextDueOn && @case.State == State && @case.Reached == Reached;

    private static CaseState StateOf(Case @case) =>
        @case.ClosedAt is not null ? CaseState.Closed
        : @case.HeldAt is not null ? CaseState.Held
        : @case.SupportEndedAt is not null ? CaseState.SupportEnded
        : @case.HolderId is null ? CaseState.Matter
        : CaseState.Open;
}
