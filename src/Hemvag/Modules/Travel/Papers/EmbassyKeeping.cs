using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>A step with an embassy as it is written.</summary>
/// <param name="PaperId">The document it is about; null for none in particular.</param>
internal sealed record EmbassyStepWanted(EmbassyStepKind Kind, Guid? PaperId, EmbassyStepWords Words);

/// <summary>
/// Embassies: none is turned to before the person has said yes to that very contact, and none after the yes was taken back. What has happened
/// at one can always be recorded.
/// </summary>
internal sealed class EmbassyKeeping(CaseOperations operations)
{
    public static string PageOf(Guid embassyId) => $"{CaseLinks.Travel}/embassies/{embassyId:D}";

    /// <exception cref="RefusedException">CaseClosed.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, EmbassyWords words) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddEmbassy",
            OperationNature.Fact,
            async work =>
            {
                var embassy = new Embassy
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    AddedAt = work.Now,
                    AddedBy = handle.Account.Id,
                };
                work.Db.Add(embassy);
                var record = await work.SealAsync(Compartment.Travel, embassy.Subject, words, 0);
                work.Record(new EmbassyAdded(embassy.Id, record.Id));
            }
        );

    /// <exception cref="RefusedException">EmbassyYesThere, DateInFuture, DateTooEarly, CaseClosed.</exception>
    public Task AgreeAsync(CaseHandle handle, Guid operationId, Guid embassyId, DateOnly saidOn, AskedHow how) =>
        operations.RunAsync(
            handle,
            operationId,
            "AgreeToEmbassy",
            OperationNature.Fact,
            async work =>
            {
                work.Days.Require(saidOn, "Agreed.SaidOn");
                if (await LiveAsync(work, embassyId) is not null)
                {
                    throw new RefusedException(TravelRefusals.EmbassyYesThere);
                }

                var yes = new EmbassyYes
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    EmbassyId = embassyId,
                    SaidOn = saidOn,
                    How = how,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(yes);
                work.Record(new EmbassyAgreed(embassyId, yes.Id, saidOn, how));
                await work.DoneAsync(WorkItemKind.EndEmbassyContact, embassyId);
            }
        );

    /// <summary>In every state of the case, the held and the closed too. What was asked or booked there is to be ended, and what was handed to it opens no more.</summary>
    /// <exception cref="RefusedException">EmbassyYesWithdrawn.</exception>
    public Task WithdrawAsync(CaseHandle handle, Guid operationId, Guid embassyId) =>
        operations.RunAsync(
            handle,
            operationId,
            "WithdrawEmbassy",
            OperationNature.Steering,
            async work =>
            {
                var live = await LiveAsync(work, embassyId) ?? throw new RefusedException(TravelRefusals.EmbassyYesWithdrawn);
                work.Record(live.Withdraw(work.Now, handle.Account.Id));
                await AskToEndAsync(work, embassyId);
                await PackageKeeping.RevokeOfEmbassyAsync(work, embassyId);
            }
        );

    /// <exception cref="RefusedException">EmbassyConsentMissing and CaseHeld for a contact; PaperNotThere, DateInFuture, DateTooEarly, CaseClosed.</exception>
    public Task StepAsync(CaseHandle handle, Guid operationId, Guid embassyId, EmbassyStepWanted wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeEmbassyStep",
            EmbassyStep.IsContact(wanted.Kind) ? OperationNature.Act : OperationNature.Fact,
            async work =>
            {
                work.Days.Require(wanted.Words.On, "Step.On");
                if (EmbassyStep.IsContact(wanted.Kind))
                {
                    var yes = await LiveAsync(work, embassyId) ?? throw new RefusedException(TravelRefusals.EmbassyConsentMissing, "Step.Kind");
                    if (wanted.Words.On < yes.SaidOn)
                    {
                        throw new RefusedException(TravelRefusals.EmbassyConsentMissing, "Step.On");
                    }
                }

                var step = new EmbassyStep
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    EmbassyId = embassyId,
                    PaperId = wanted.PaperId,
                    Kind = wanted.Kind,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(step);
                var record = await work.SealAsync(Compartment.Travel, step.Subject, wanted.Words, 0);
                work.Record(new EmbassyStepTaken(embassyId, step.Id, step.Kind, step.PaperId, record.Id));
                await FollowAsync(work, handle, wanted);
                if (wanted.Kind == EmbassyStepKind.Ended)
                {
                    await work.DoneAsync(WorkItemKind.EndEmbassyContact, embassyId);
                }
            }
        );

    private static async Task AskToEndAsync(CaseWork work, Guid embassyId)
    {
        var steps = await work.Db.Set<EmbassyStep>().Where(s => s.CaseId == work.Case.Id && s.EmbassyId == embassyId).ToListAsync();
        var last = steps.OrderBy(s => s.RecordedAt).ThenBy(s => s.Id).LastOrDefault();
        if (work.Case.ClosedAt is null && last is not null && last.Kind != EmbassyStepKind.Ended)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.EndEmbassyContact,
                    Urgency.Safety,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    null,
                    PageOf(embassyId),
                    work.Today,
                    embassyId
                )
            );
        }
    }

    private static async Task FollowAsync(CaseWork work, CaseHandle handle, EmbassyStepWanted wanted)
    {
        if (wanted.PaperId is not { } paperId)
        {
            return;
        }

        var paper =
            await work.Db.Set<TravelPaper>().FirstOrDefaultAsync(p => p.Id == paperId && p.CaseId == work.Case.Id)
            ?? throw new RefusedException(TravelRefusals.PaperNotThere, "Step.PaperId");
        if (wanted.Kind == EmbassyStepKind.Issued)
        {
            paper.Come(work.Now, handle.Account.Id);
            // The number and the last day were those of the one before.
            var record = await work.SealAsync(Compartment.Travel, paper.Subject, new PaperWords(null, null, null, null), null);
            work.Record(new TravelPaperWritten(paper.Id, paper.Kind, paper.State, record.Id, record.Version));
            await work.DoneAsync(WorkItemKind.PaperExpires, paper.Id);
        }
    }

    private static Task<EmbassyYes?> LiveAsync(CaseWork work, Guid embassyId) =>
        work.Db.Set<EmbassyYes>().FirstOrDefaultAsync(y => y.CaseId == work.Case.Id && y.EmbassyId == embassyId && y.WithdrawnAt == null);
}
