using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Will;

/// <summary>What was asked and answered.</summary>
internal sealed record WillAskedInput(DateOnly AskedOn, WillWord Word, AskedHow How, string Language, string? AskedBy, string? Interpreter);

/// <summary>Records that the person was asked once more, and what follows from the answer: a yes opens a gate, anything else tells the holder.</summary>
internal sealed class WillAsking(CaseOperations operations)
{
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly, SpokenLanguageUnknown, CaseClosed.</exception>
    public Task RecordAsync(CaseHandle handle, Guid operationId, WillAskedInput input) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordWill",
            OperationNature.Fact,
            async work =>
            {
                SpokenLanguages.Require(input.Language, "Input.Language");
                var zone = await work.Db.Set<Journey>().Where(j => j.CaseId == work.Case.Id).Select(j => j.DepartureZone).FirstOrDefaultAsync();
                CheckDay(work, input.AskedOn, zone ?? handle.Account.Zone);
                var answer = new WillAnswer
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    AskedOn = input.AskedOn,
                    Word = input.Word,
                    How = input.How,
                    Language = input.Language,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(answer);
                work.Record(new WillAsked(answer.Id, answer.AskedOn, answer.Word, answer.How, answer.Language));
                await SealAsync(work, answer.Id, input);
                await FollowAsync(work, answer);
            }
        );

    private static void CheckDay(CaseWork work, DateOnly askedOn, string zone)
    {
        if (askedOn > LocalDates.Today(work.Now, zone))
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Input.AskedOn");
        }

        if (askedOn < LocalDates.Today(work.Case.OpenedAt, zone))
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, "Input.AskedOn");
        }
    }

    private static async Task SealAsync(CaseWork work, Guid answerId, WillAskedInput input)
    {
        if (input.AskedBy is null && input.Interpreter is null)
        {
            return;
        }

        var subject = WillWords.Subject(answerId);
        var written = await work.SealAsync(Compartment.Travel, subject, new WillWords(input.AskedBy, input.Interpreter), null);
        work.Record(new RecordSealed(subject, written.Id, written.Version));
    }

    private static async Task FollowAsync(CaseWork work, WillAnswer answer)
    {
        if (answer.AskedOn == await WillRules.DepartsOnAsync(work.Db, work.Case.Id))
        {
            await work.DoneAsync(WorkItemKind.ReconfirmWill);
        }

        if (answer.Word == WillWord.Yes)
        {
            await work.DoneAsync(WorkItemKind.WillChanged);
            return;
        }

        // Nothing is stopped in the person's name: the one who holds the case talks with the person and stops it if that is the wish.
        var asked = new WorkAsked(
            WorkItemKind.WillChanged,
            Urgency.Safety,
            Role.RegionalCoordinator,
            work.Case.RegionId,
            work.Case.HolderId,
            WillDetails.Page,
            work.Today
        );
        await work.AskAsync(asked);
        if (AllIsReady(work))
        {
            // Those who have tickets and escorts waiting must know at once too.
            await work.AskAsync(asked with { Role = Role.IomCaseworker, OrganisationId = IomFinland.Id, AccountId = null });
        }
    }

    private static bool AllIsReady(CaseWork work) =>
        (work.Reached.Contains(MilestoneKind.ReadyToTravel) || work.Reached.Contains(MilestoneKind.Departed))
        && !work.Reached.Contains(MilestoneKind.MetOnArrival);
}
