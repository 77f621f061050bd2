using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases;

/// <summary>
/// The wall around the thread of access to justice (S4.12). It shows to the coordinators of the region that holds the case, and to IOM
/// Finland's caseworkers by a live consent to that very thing; a role and another consent show nothing of it. Whoever is let in by it alone
/// sees the thread and nothing else.
/// </summary>
internal static class JusticeSight
{
    /// <summary>Whether somebody's part rests on the consent to the thread.</summary>
    public static bool RestsOnThread(CaseParticipant part) => part.RestsOn == ConsentPurpose.AccessToJustice;

    /// <param name="mine">The parts that hold now.</param>
    /// <param name="named">A live consent to access to justice names the organisation.</param>
    public static IReadOnlySet<CaseAction> Actions(IReadOnlyList<CaseParticipant> mine, bool named, ProgrammeVersion version)
    {
        var actions = VersionDuties.ActionsFor(mine.Where(p => !RestsOnThread(p)).Select(p => p.Role).ToHashSet(), version).ToHashSet();
        if (!named && !mine.Any(p => p is { RestsOn: null, Role: Role.RegionalCoordinator }))
        {
            actions.ExceptWith(CasePermissions.BehindTheThreadsWall);
        }

        foreach (var role in mine.Where(RestsOnThread).Select(p => p.Role))
        {
            actions.UnionWith(CasePermissions.InThreadAlone(role));
        }

        return actions;
    }

    /// <summary>Work that only those behind the wall may know of: not even its day.</summary>
    public static bool IsWalled(WorkItemKind kind) => WalledKinds.Contains(kind);

    /// <summary>The kinds of that work, for queries.</summary>
    public static IReadOnlyList<WorkItemKind> WalledKinds { get; } =
    [WorkItemKind.JusticeDay, WorkItemKind.TellDevelopment, WorkItemKind.JusticeYesEnded];

    /// <summary>The kinds of work that an open thread keeps after the case has been closed, for queries.</summary>
    public static IReadOnlyList<WorkItemKind> ThreadKinds { get; } =
    [.. WalledKinds, WorkItemKind.PlanJourneyHelp, WorkItemKind.HelpWithJourney, WorkItemKind.UndoJourneyHelp];

    /// <summary>The kinds of work that a reader is not told of.</summary>
    public static IReadOnlyList<WorkItemKind> HiddenFrom(CaseHandle reader) => reader.May(CaseAction.SeeJustice) ? [] : WalledKinds;

    /// <summary>Work that an open thread keeps after the case has been closed.</summary>
    public static bool IsOfThread(WorkItemKind kind) => ThreadKinds.Contains(kind);

    /// <summary>Whether work of the kind can wait for someone with that part: what is walled for those behind the wall, and nothing else for those let in by the thread alone.</summary>
    public static bool Concerns(CaseParticipant part, WorkItemKind kind) =>
        RestsOnThread(part) ? IsOfThread(kind) : !IsWalled(kind) || part.RestsOn is null;
}
