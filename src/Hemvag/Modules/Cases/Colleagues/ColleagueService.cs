using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Colleagues;

/// <summary>
/// Whose case it is within an organisation. It can be taken on where it waits for anyone there, shared with a colleague, and handed over to one:
/// what waited for the one before by name moves in the same save.
/// </summary>
internal sealed class ColleagueService(CaseOperations operations)
{
    public const string SharedNotice = "CaseShared";
    public const string HandedOverNotice = "CaseHandedOver";

    /// <exception cref="RefusedException">CaseNotWaiting when a colleague has taken it on already.</exception>
    public Task TakeOnAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeOnCase",
            OperationNature.Safeguard,
            async work =>
            {
                if (!await TakingOn.Async(work, handle.Account.OrganisationId, ColleagueRoles.Of(handle), handle.Account.Id))
                {
                    throw new RefusedException(CaseRefusals.CaseNotWaiting);
                }
            }
        );

    /// <exception cref="RefusedException">CaseNotYours, ColleagueMissing, ColleagueSeesAlready.</exception>
    public Task ShareAsync(CaseHandle handle, Guid operationId, Guid colleagueId) =>
        operations.RunAsync(
            handle,
            operationId,
            "ShareCase",
            OperationNature.Safeguard,
            async work =>
            {
                var (role, mine) = await MineAsync(work, handle);
                await RequireColleagueAsync(work, handle, role, colleagueId);
                var parts = await work.PartsAsync(handle.Account.OrganisationId, role);
                if (parts.Any(p => p.AccountId == colleagueId))
                {
                    throw new RefusedException(CaseRefusals.ColleagueSeesAlready, "ColleagueId");
                }

                await work.AddParticipantAsync(mine.OrganisationId, colleagueId, role, mine.RestsOn, sharedBy: handle.Account.Id);
                work.Record(new CaseShared(colleagueId, role));
                await TellAsync(work, colleagueId, SharedNotice);
            }
        );

    /// <summary>What waited for the colleague by name waits for whoever's own case it is.</summary>
    /// <exception cref="RefusedException">CaseNotYours; NotShared when the case is not shared with that account.</exception>
    public Task EndSharingAsync(CaseHandle handle, Guid operationId, Guid colleagueId) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndSharing",
            OperationNature.Safeguard,
            async work =>
            {
                var (role, mine) = await MineAsync(work, handle);
                var parts = await work.PartsAsync(mine.OrganisationId, role);
                if (!parts.Any(p => p.AccountId == colleagueId && p.SharedBy is not null))
                {
                    throw new RefusedException(CaseRefusals.NotShared);
                }

                await work.EndParticipantAsync(mine.OrganisationId, colleagueId, role);
                work.Record(new CaseSharingEnded(colleagueId, role));
                await work.HandOverToColleagueAsync(colleagueId, mine.AccountId, role, mine.OrganisationId);
            }
        );

    /// <param name="keep">Whoever hands over goes on seeing the case, as shared with them.</param>
    /// <exception cref="RefusedException">CaseNotYours, ColleagueMissing.</exception>
    public Task HandOverAsync(CaseHandle handle, Guid operationId, Guid colleagueId, bool keep) =>
        operations.RunAsync(
            handle,
            operationId,
            "HandOverCase",
            OperationNature.Safeguard,
            async work =>
            {
                var (role, mine) = await MineAsync(work, handle);
                await RequireColleagueAsync(work, handle, role, colleagueId);
                var before = mine.AccountId!.Value;
                var thread = (await work.PartsAsync(mine.OrganisationId, role)).Any(p => p.AccountId == before && JusticeSight.RestsOnThread(p));
                await work.EndParticipantAsync(mine.OrganisationId, before, role);
                await work.EndParticipantAsync(mine.OrganisationId, colleagueId, role);
                await work.AddParticipantAsync(mine.OrganisationId, colleagueId, role, mine.RestsOn);
                if (thread && !JusticeSight.RestsOnThread(mine))
                {
                    await work.AddParticipantAsync(mine.OrganisationId, colleagueId, role, ConsentPurpose.AccessToJustice);
                }

                if (keep)
                {
                    await work.AddParticipantAsync(mine.OrganisationId, before, role, mine.RestsOn, sharedBy: colleagueId);
                }

                if (work.Case.HolderId == before)
                {
                    work.Case.HolderId = colleagueId;
                }

                work.Record(new CaseHandedOver(before, colleagueId, role, keep));
                await work.HandOverToColleagueAsync(before, colleagueId, role, mine.OrganisationId);
                await TellAsync(work, colleagueId, HandedOverNotice);
            }
        );

    // The part that makes the case the reader's own, or of the colleague they stand in for.
    private static async Task<(Role Role, CaseParticipant Mine)> MineAsync(CaseWork work, CaseHandle handle)
    {
        var role = ColleagueRoles.Of(handle);
        var parts = await work.PartsAsync(handle.Account.OrganisationId, role);
        var mine = parts
            .Where(p => p is { AccountId: not null, SharedBy: null } && handle.Account.Whos.Contains(p.AccountId.Value))
            .OrderBy(p => p.AccountId != handle.Account.Id)
            .ThenBy(JusticeSight.RestsOnThread)
            .FirstOrDefault();
        return (role, mine ?? throw new RefusedException(CaseRefusals.CaseNotYours));
    }

    private static async Task RequireColleagueAsync(CaseWork work, CaseHandle handle, Role role, Guid colleagueId)
    {
        if (
            !await ColleagueQueries
                .There(work.Db, handle.Account.OrganisationId, role)
                .AnyAsync(a => a.Id == colleagueId && a.Id != handle.Account.Id)
        )
        {
            throw new RefusedException(CaseRefusals.ColleagueMissing, "ColleagueId");
        }
    }

    /// <summary>A notice to whom a case has come.</summary>
    public static async Task TellAsync(CaseWork work, Guid colleagueId, string kind)
    {
        work.Db.Add(
            new Notice
            {
                Id = work.NewId(),
                AccountId = colleagueId,
                CaseId = work.Case.Id,
                Kind = kind,
                CreatedAt = work.Now,
            }
        );
        await work.ScheduleAsync(NoticeMail.For(colleagueId, work.Now));
    }
}
