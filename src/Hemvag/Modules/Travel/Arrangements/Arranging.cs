using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>What the caseworker decides about one part of the journey.</summary>
/// <param name="Variant">Id of one of the programme's variants; null where it has none or nothing is needed.</param>
/// <param name="ShownVersion">The version the form had shown: 0 for a first decision.</param>
internal sealed record ArrangementDecision(
    TravelArrangementKind Kind,
    ArrangementNeed Need,
    Guid? OrganisationId,
    string? Variant,
    string? Note,
    int ShownVersion
);

/// <summary>Decides, answers and cancels the parts of the journey (S1.55-S1.60, S4.8).</summary>
internal sealed class Arranging(CaseOperations operations)
{
    public const string Page = CaseLinks.Travel;

    /// <summary>Not from the seeds: working days until an answer is overdue.</summary>
    private const int WorkingDaysToAnswer = 3;

    /// <exception cref="RefusedException">CaseHeld, ArrangerMissing, ArrangerNotInCase, VariantMissing, SectionChanged.</exception>
    public Task DecideAsync(CaseHandle handle, Guid operationId, ArrangementDecision decision) =>
        operations.RunAsync(
            handle,
            operationId,
            "DecideArrangement",
            OperationNature.Act,
            async work =>
            {
                await CheckChoicesAsync(work, decision);
                var arrangement = await FindOrAddAsync(work, decision.Kind);
                await CloseAsync(work, arrangement);
                work.Record(arrangement.Decide(decision.Need, decision.OrganisationId, work.Now));
                var words = new ArrangementWords(decision.Variant, decision.Note);
                var subject = ArrangementWords.Subject(decision.Kind);
                var sealedRecord = await work.SealAsync(Compartment.Travel, subject, words, decision.ShownVersion);
                work.Record(new RecordSealed(subject, sealedRecord.Id, sealedRecord.Version));
                await AskArrangerAsync(work, arrangement);
            }
        );

    /// <summary>The one asked says yes or no. A no is told whatever has been stopped; a yes waits while the case is held.</summary>
    /// <exception cref="RefusedException">CaseHeld and BookingsHeldWithoutIom for a yes, NothingToAnswer, AnswerNotYours.</exception>
    public Task AnswerAsync(CaseHandle handle, Guid operationId, TravelArrangementKind kind, bool confirmed, string? note) =>
        operations.RunAsync(
            handle,
            operationId,
            confirmed ? "ConfirmArrangement" : "DeclineArrangement",
            confirmed ? OperationNature.Act : OperationNature.Fact,
            async work =>
            {
                var arrangement = await GetAsync(work, kind);
                if (!MayAnswer(handle, arrangement))
                {
                    throw new RefusedException(TravelRefusals.AnswerNotYours);
                }

                if (confirmed)
                {
                    await HoldBookingsOnWithdrawal.RequireIomAsync(work);
                }

                work.Record(arrangement.Reply(confirmed, work.Now, handle.Account.Id));
                await SealAnswerAsync(work, kind, note);
                await work.DoneAsync(WorkItemKind.ConfirmArrangement, arrangement.Id);
                if (!confirmed)
                {
                    await GiveBackAsync(work, arrangement.Id);
                }
            }
        );

    /// <summary>Cancels what was confirmed: it cannot be undone, so it waits until a named worker has reached the person after the stop.</summary>
    /// <exception cref="RefusedException">CaseNotHeld, PersonNotReached, NothingToCancel.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, TravelArrangementKind kind, string? note) =>
        operations.RunAsync(
            handle,
            operationId,
            "CancelArrangement",
            OperationNature.Fact,
            async work =>
            {
                if (work.Case.HeldAt is null)
                {
                    throw new RefusedException(CaseRefusals.CaseNotHeld);
                }

                if (work.Case.ReachedAfterStopAt is null)
                {
                    throw new RefusedException(CaseRefusals.PersonNotReached);
                }

                var all = await work.Db.Set<Arrangement>().Where(a => a.CaseId == work.Case.Id).ToListAsync();
                var arrangement = all.FirstOrDefault(a => a.Kind == kind) ?? throw new RefusedException(TravelRefusals.NothingToCancel);
                work.Record(arrangement.Cancel(work.Now, handle.Account.Id));
                await SealAnswerAsync(work, kind, note);
                if (!all.Any(a => a.Confirmed))
                {
                    await work.DoneAsync(WorkItemKind.HoldBookings);
                }
            }
        );

    /// <summary>IOM Finland answers for itself, and records the local office's word when that is given by telephone.</summary>
    public static bool MayAnswer(CaseHandle handle, Arrangement arrangement) =>
        handle.Account.OrganisationId == arrangement.OrganisationId || handle.Roles.Contains(Role.IomCaseworker);

    // Ordered from others for that very flight: whoever changes it asks itself too.
    private static readonly TravelArrangementKind[] OfTheFlight = [TravelArrangementKind.AirportAssistance, TravelArrangementKind.Escort];

    /// <summary>
    /// Those who confirmed an earlier plan are asked again, except the organisation that changes it; of assistance at the airport and of the
    /// escort that one too. On the way it is those two alone.
    /// </summary>
    public static async Task AskAgainAsync(CaseWork work)
    {
        var onTheWay = work.Case.IsUnderWay;
        var confirmed = await work
            .Db.Set<Arrangement>()
            .Where(a => a.CaseId == work.Case.Id && a.Answer == ArrangementAnswer.Confirmed && a.Kind != TravelArrangementKind.TravelDocuments)
            .ToListAsync();
        foreach (
            var arrangement in confirmed.Where(a => OfTheFlight.Contains(a.Kind) || (!onTheWay && a.OrganisationId != work.Account?.OrganisationId))
        )
        {
            if (arrangement.OrganisationId is { } asked && !await MayBeAskedAsync(work, asked))
            {
                await TakeBackAsync(work, arrangement);
                continue;
            }

            work.Record(arrangement.AskAgain(arrangement.OrganisationId, work.Now));
            await AskArrangerAsync(work, arrangement);
        }
    }

    /// <summary>The office has left the case: what it had been asked for goes back to the caseworker.</summary>
    public static async Task TakeBackFromAsync(CaseWork work, Guid organisationId)
    {
        var asked = await work.Db.Set<Arrangement>().Where(a => a.CaseId == work.Case.Id && a.OrganisationId == organisationId).ToListAsync();
        foreach (var arrangement in asked)
        {
            await TakeBackAsync(work, arrangement);
        }
    }

    /// <summary>IOM Finland, and the local office as long as the person's yes to it holds.</summary>
    public static async Task<bool> MayBeAskedAsync(CaseWork work, Guid organisationId) =>
        organisationId == IomFinland.Id
        || (organisationId == work.Case.LocalOfficeId && await work.Seers.SeesAsync(organisationId, Role.LocalOfficeWorker));

    private static async Task TakeBackAsync(CaseWork work, Arrangement arrangement)
    {
        await CloseAsync(work, arrangement);
        work.Record(arrangement.AskAgain(null, work.Now));
        await GiveBackAsync(work, arrangement.Id);
    }

    private static async Task CheckChoicesAsync(CaseWork work, ArrangementDecision decision)
    {
        if (decision.Need != ArrangementNeed.Needed)
        {
            return;
        }

        if (decision.OrganisationId is { } asked && !await MayBeAskedAsync(work, asked))
        {
            throw new RefusedException(TravelRefusals.ArrangerNotInCase, "Decision.OrganisationId");
        }

        var variants = work.Programme.TravelArrangements.Single(a => a.Kind == decision.Kind).Variants;
        if (variants.Count > 0 && variants.All(v => v.Id != decision.Variant))
        {
            throw new RefusedException(TravelRefusals.VariantMissing, "Decision.Variant");
        }
    }

    private static async Task<Arrangement> FindOrAddAsync(CaseWork work, TravelArrangementKind kind)
    {
        var arrangement = await work.Db.Set<Arrangement>().FirstOrDefaultAsync(a => a.CaseId == work.Case.Id && a.Kind == kind);
        if (arrangement is null)
        {
            arrangement = new Arrangement
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                Kind = kind,
            };
            work.Db.Add(arrangement);
        }

        return arrangement;
    }

    private static async Task<Arrangement> GetAsync(CaseWork work, TravelArrangementKind kind) =>
        await work.Db.Set<Arrangement>().FirstOrDefaultAsync(a => a.CaseId == work.Case.Id && a.Kind == kind)
        ?? throw new RefusedException(TravelRefusals.NothingToAnswer);

    private static async Task SealAnswerAsync(CaseWork work, TravelArrangementKind kind, string? note)
    {
        if (note is null)
        {
            return;
        }

        var subject = ArrangementAnswerWords.Subject(kind);
        var written = await work.SealAsync(Compartment.Travel, subject, new ArrangementAnswerWords(note), null);
        work.Record(new RecordSealed(subject, written.Id, written.Version));
    }

    private static async Task CloseAsync(CaseWork work, Arrangement arrangement)
    {
        await work.DoneAsync(WorkItemKind.ConfirmArrangement, arrangement.Id);
        await work.DoneAsync(WorkItemKind.ArrangeAnew, arrangement.Id);
    }

    private static Task AskArrangerAsync(CaseWork work, Arrangement arrangement) =>
        arrangement.OrganisationId is { } asked
            ? work.AskAsync(
                new WorkAsked(
                    WorkItemKind.ConfirmArrangement,
                    Urgency.Date,
                    TravelOrganisations.RoleAt(asked),
                    asked,
                    null,
                    $"{Page}/arrangements/{arrangement.Kind}",
                    DueDay(work.Today),
                    arrangement.Id
                )
            )
            : Task.CompletedTask;

    private static Task GiveBackAsync(CaseWork work, Guid arrangementId) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.ArrangeAnew,
                Urgency.Date,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                Page,
                LocalDates.NextWorkingDay(work.Today),
                arrangementId
            )
        );

    private static DateOnly DueDay(DateOnly today)
    {
        for (var days = 0; days < WorkingDaysToAnswer; days++)
        {
            today = LocalDates.NextWorkingDay(today);
        }

        return today;
    }
}
