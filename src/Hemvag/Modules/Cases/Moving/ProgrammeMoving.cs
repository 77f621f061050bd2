using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>
/// Moves one open case to another version, by whoever holds it. Step, next milestone and what is due follow in the same save; consents and what
/// was reached stay as they are.
/// </summary>
internal sealed class ProgrammeMoving(
    CaseOperations operations,
    ProgrammeCatalogue programmes,
    IEnumerable<IMoveCheck> checks,
    IStringLocalizer<ProgrammesTexts> words
)
{
    /// <exception cref="RefusedException">CaseNotYours, MoveTargetMissing, MoveNotSeen, MoveMilestoneUnknown, those of the <see cref="IMoveCheck"/>s, CaseHeld, CaseClosed.</exception>
    public Task MoveAsync(CaseHandle handle, Guid operationId, string targetId, MoveReason reason, bool seen) =>
        operations.RunAsync(
            handle,
            operationId,
            "MoveProgramme",
            OperationNature.Act,
            async work =>
            {
                if (work.Case.HolderId is not { } holder || !handle.Account.Whos.Contains(holder))
                {
                    throw new RefusedException(CaseRefusals.CaseNotYours);
                }

                var target =
                    MoveRules.Targets(programmes, work.Case, work.Today).FirstOrDefault(v => v.Id == targetId)
                    ?? throw new RefusedException(CaseRefusals.MoveTargetMissing);
                if (!seen)
                {
                    throw new RefusedException(CaseRefusals.MoveNotSeen, "Input.Seen");
                }

                if (await MoveRules.AgainstAsync(checks, work.Db, work.Case, target) is [var obstacle, ..])
                {
                    throw new RefusedException(obstacle.Refusal, null, string.Join(", ", obstacle.Words.Select(word => words[word].Value)));
                }

                work.Record(new CaseMovedToProgramme(work.Case.ProgrammeId, target.Id, reason));
                work.Case.ProgrammeId = target.Id;
            }
        );
}
