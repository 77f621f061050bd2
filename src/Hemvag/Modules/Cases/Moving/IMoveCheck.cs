using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>What in a module above stands against moving a case to another version. Modules register theirs.</summary>
internal interface IMoveCheck
{
    /// <returns>Each obstacle by name; nothing when the case may move.</returns>
    Task<IReadOnlyList<MoveObstacle>> AgainstAsync(HemvagDbContext db, Case @case, ProgrammeVersion target);
}

/// <summary>Why a case can't move.</summary>
/// <param name="Refusal">Said when it is tried all the same.</param>
/// <param name="Words">What it is about: keys of the programme vocabulary, such as <c>EntitlementCategory.Health</c>.</param>
internal sealed record MoveObstacle(Refusal Refusal, IReadOnlyList<string> Words);
