using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>First contact: opens a matter, takes it, answers and ends it (S1.37–S1.40).</summary>
internal sealed class MatterService(CaseOperations operations, ProgrammeCatalogue programmes, PersonTokens tokens)
{
    /// <summary>Not from the seeds: a first contact longer ago is more likely a slip of the pen.</summary>
    private const int LongestAgoYears = 5;

    /// <summary>Not from the seeds: more is a slip of the pen.</summary>
    private const int MostChildren = 12;

    /// <param name="id">The id the case is to have, where it is known before; else it follows from the form's, so that a second submit finds the first one's case.</param>
    /// <param name="also">What the one who opens it does in the same save.</param>
    /// <returns>The id of the case; the same id when the same form comes twice.</returns>
    /// <exception cref="RefusedException">AgeContradicts, ChildCountMissing, ContactConsentMissing, ConsentNotReviewed, DateInFuture, DateTooLongAgo, SpokenLanguageUnknown.</exception>
    public async Task<Guid> OpenAsync(
        CurrentAccount account,
        Guid operationId,
        MatterRequest request,
        Guid? id = null,
        Func<CaseWork, Task>? also = null
    )
    {
        var caseId = id ?? CaseIds.From(operationId);
        await operations.OpenAsync(
            account,
            operationId,
            caseId,
            "OpenMatter",
            async work =>
            {
                var today = LocalDates.Today(work.Now, account.Zone);
                Require(request, today);
                if (!account.Is(Role.RegionalCoordinator) || account.OrganisationId != request.RegionId)
                {
                    await StaffedRegion.RequireAsync(work.Db, request.RegionId);
                }

                var programme = programmes.InForce(today);
                var (number, name) = await CaseNumbers.TakeAsync(work.Db, programme.CaseNumberPrefix, today.Year);
                return new Case
                {
                    Id = caseId,
                    Number = number,
                    NeutralName = name,
                    ProgrammeId = programme.Id,
                    RegionId = request.RegionId,
                    OpenedAt = work.Now,
                    OpenedBy = account.Id,
                };
            },
            async work =>
            {
                await FillAsync(work, account, request);
                if (also is not null)
                {
                    await also(work);
                }
            }
        );
        return caseId;
    }

    /// <summary>A coordinator of the region takes the matter and holds the case from then on.</summary>
    /// <exception cref="RefusedException">MatterAlreadyTaken.</exception>
    public Task TakeAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(handle, operationId, "TakeMatter", OperationNature.Act, work => TakeInAsync(work, handle.Account));

    /// <summary>The question was answered and nothing more was asked for: the matter ends, with the answer kept sealed.</summary>
    /// <exception cref="RefusedException">MatterAlreadyTaken when someone works on it as a case.</exception>
    public Task AnswerAsync(CaseHandle handle, Guid operationId, string answer) =>
        operations.RunAsync(
            handle,
            operationId,
            "AnswerMatter",
            OperationNature.Act,
            async work =>
            {
                if (work.Reached.Contains(MilestoneKind.EligibilityDecided))
                {
                    throw new RefusedException(CaseRefusals.MatterAlreadyTaken);
                }

                if (work.Case.HolderId is null)
                {
                    await TakeInAsync(work, handle.Account);
                }

                var record = await work.SealAsync(
                    Compartment.Protection,
                    FirstContactPayload.AnswerSubject,
                    new FirstContactPayload(null, answer),
                    null
                );
                work.Record(new MatterAnswered(record.Id));
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ClosingGround.AnsweredAtFirstContact;
                work.Record(new CaseClosed(ClosingGround.AnsweredAtFirstContact, ""));
                await CaseEnding.FinishWorkAsync(work);
            }
        );

    private static void Require(MatterRequest request, DateOnly today)
    {
        if (request.Identity.BirthDate is { } born && request.IsAdult == MinorRule.IsMinor(born, today))
        {
            throw new RefusedException(CaseRefusals.AgeContradicts, "Input.BirthDate");
        }

        if (request.ChildrenTravelAlong && request.ChildCount is not (>= 1 and <= MostChildren))
        {
            throw new RefusedException(CaseRefusals.ChildCountMissing, "Input.ChildCount");
        }

        if (!request.ConsentsToContact)
        {
            throw new RefusedException(CaseRefusals.ContactConsentMissing, "Input.ConsentsToContact");
        }

        if (request.OccurredOn > today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Input.OccurredOn");
        }

        if (request.OccurredOn < today.AddYears(-LongestAgoYears))
        {
            throw new RefusedException(CaseRefusals.DateTooLongAgo, "Input.OccurredOn");
        }

        SpokenLanguages.Require(request.ConsentLanguage, "Input.ConsentLanguage");
        SpokenLanguages.Require(request.Contact.Language, "Input.Language");
    }

    private async Task FillAsync(CaseWork work, CurrentAccount account, MatterRequest request)
    {
        var isCoordinator = account.Is(Role.RegionalCoordinator) && account.OrganisationId == request.RegionId;
        work.Record(
            new MatterOpened(work.Case.Number, work.Case.NeutralName, work.Case.ProgrammeId, request.RegionId, request.Identity.Pseudonym is not null)
        );
        if (!request.IsAdult)
        {
            work.Record(new ReturneeIsMinor());
        }

        if (request is { ChildrenTravelAlong: true, ChildCount: { } count })
        {
            work.Record(new ChildrenTravelAlong(count));
        }

        await work.AddParticipantAsync(request.RegionId, null, Role.RegionalCoordinator, restsOn: null);
        if (!isCoordinator)
        {
            await work.AddParticipantAsync(account.OrganisationId, account.Id, Role.ReferringProfessional, restsOn: null);
        }

        await ConsentWriting.AddAsync(
            work,
            ConsentRequest.ToContact(
                work.Programme,
                request.RegionId,
                request.ConsentLanguage,
                request.Interpreter,
                request.InterpreterAccepted,
                request.ConsentForm,
                request.OccurredOn,
                replaces: null
            )
        );
        await SealAsync(work, Compartment.Identity, IdentityPayload.Subject, request.Identity);
        await tokens.WriteAsync(work, request.Identity);
        await SealAsync(work, Compartment.Contact, ContactPayload.Subject, request.Contact);
        await tokens.WriteAsync(work, request.Contact);
        var contact = new FirstContactPayload(request.Question, null, request.Channel);
        await SealAsync(work, Compartment.Protection, FirstContactPayload.Subject, contact);
        await work.ReachAsync(MilestoneKind.FirstContact, request.OccurredOn);
        if (isCoordinator && request.TakeIt)
        {
            await TakeInAsync(work, account);
            return;
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.TakeMatter,
                Urgency.Date,
                Role.RegionalCoordinator,
                request.RegionId,
                null,
                "",
                LocalDates.NextWorkingDay(work.Today)
            )
        );
    }

    private static async Task TakeInAsync(CaseWork work, CurrentAccount account)
    {
        if (work.Case.HolderId is not null)
        {
            throw new RefusedException(CaseRefusals.MatterAlreadyTaken);
        }

        if (account.OrganisationId != work.Case.RegionId)
        {
            throw new RefusedException(CaseRefusals.TakenInAnotherRegion);
        }

        work.Case.HolderId = account.Id;
        await work.EndParticipantAsync(work.Case.RegionId, null, Role.RegionalCoordinator);
        await work.AddParticipantAsync(work.Case.RegionId, account.Id, Role.RegionalCoordinator, restsOn: null);
        work.Record(new MatterTaken(account.Id));
        await work.DoneAsync(WorkItemKind.TakeMatter);
        if (work.Reached.Contains(MilestoneKind.MatterTaken))
        {
            // Another region had taken it before: what waited there waits for whoever takes it here.
            await work.HandOverAsync(work.Case.RegionId, work.Case.RegionId, Role.RegionalCoordinator, account.Id);
            return;
        }

        await work.ReachAsync(MilestoneKind.MatterTaken, work.Today);
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.DecideEligibility,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                account.Id,
                CaseLinks.Eligibility,
                work.Today.AddDays(7)
            )
        );
    }

    private static async Task SealAsync<T>(CaseWork work, Compartment compartment, string subject, T payload)
        where T : class, ISealedPayload
    {
        var record = await work.SealAsync(compartment, subject, payload, null);
        work.Record(new PersonRecorded(compartment, record.Id, record.Version));
    }
}
