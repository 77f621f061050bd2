using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Cases.EarlierVersions;

/// <summary>
/// Enters a case that began under a version no case starts under any more. What has happened is recorded with its day, without the gates of
/// then; what has not goes on by the version's own table.
/// </summary>
internal sealed class EarlierCases(CaseOperations operations, ProgrammeCatalogue programmes, PersonTokens tokens)
{
    public const string OperationKind = "OpenEarlierCase";

    private static readonly ClosingGround[] AfterArrival = [ClosingGround.Completed, ClosingGround.ContactLost, ClosingGround.SupportEndedByPerson];

    private static readonly ClosingGround[] BeforeArrival = [ClosingGround.NotEligible, ClosingGround.StoppedByPerson, ClosingGround.ContactLost];

    /// <summary>The grounds on which an archived case can have been closed.</summary>
    public static IReadOnlyList<ClosingGround> Grounds => [.. AfterArrival.Union(BeforeArrival)];

    /// <summary>The versions under which no case starts on the day, newest first.</summary>
    public IReadOnlyList<ProgrammeVersion> Versions(DateOnly today) =>
        [.. programmes.Versions.Where(v => v.RunsUntil < today).OrderByDescending(v => v.RunsFrom)];

    /// <returns>The id of the case; the same id when the same form comes twice.</returns>
    /// <exception cref="RefusedException">VersionNotEarlier, FirstContactDayMissing, DateOutsideVersion, DateInFuture, DateNotInOrder, DateBeforeEarlierStep, EarlierDepartureMissing, EarlierArrivalMissing, EarlierReferralMissing, EarlierMoneyOpen, EarlierGroundMissing, EarlierGroundUnfit, NameMissing.</exception>
    public async Task<Guid> OpenAsync(CurrentAccount account, Guid operationId, EarlierCaseRequest request)
    {
        var caseId = CaseIds.From(operationId);
        await operations.OpenAsync(
            account,
            operationId,
            caseId,
            OperationKind,
            async work =>
            {
                var today = LocalDates.Today(work.Now, account.Zone);
                var version =
                    Versions(today).FirstOrDefault(v => v.Id == request.ProgrammeId) ?? throw new RefusedException(CaseRefusals.VersionNotEarlier);
                Require(version, request, today);
                var (number, name) = await CaseNumbers.TakeAsync(
                    work.Db,
                    version.CaseNumberPrefix,
                    request.Happened[MilestoneKind.FirstContact].Year
                );
                return new Case
                {
                    Id = caseId,
                    Number = number,
                    NeutralName = name,
                    ProgrammeId = version.Id,
                    RegionId = account.OrganisationId,
                    HolderId = account.Id,
                    OpenedAt = work.Now,
                    OpenedBy = account.Id,
                };
            },
            work => FillAsync(work, account, request)
        );
        return caseId;
    }

    private static void Require(ProgrammeVersion version, EarlierCaseRequest request, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.Identity.Pseudonym) && string.IsNullOrWhiteSpace(request.Identity.FamilyName))
        {
            throw new RefusedException(CaseRefusals.NameMissing, "Input.Pseudonym");
        }

        if (!request.Happened.TryGetValue(MilestoneKind.FirstContact, out var first))
        {
            throw new RefusedException(CaseRefusals.FirstContactDayMissing, FieldOf(version, MilestoneKind.FirstContact));
        }

        if (!version.RunsOn(first))
        {
            throw new RefusedException(
                CaseRefusals.DateOutsideVersion,
                FieldOf(version, MilestoneKind.FirstContact),
                Dates.Day(version.RunsFrom, year: true),
                Dates.Day(version.RunsUntil!.Value, year: true)
            );
        }

        var last = request.Happened.TryGetValue(MilestoneKind.Closed, out var closed) ? closed : today;
        foreach (var (kind, day) in request.Happened)
        {
            if (day > today)
            {
                throw new RefusedException(CaseRefusals.DateInFuture, FieldOf(version, kind));
            }

            if (day < first || day > last)
            {
                throw new RefusedException(CaseRefusals.DateNotInOrder, FieldOf(version, kind));
            }
        }

        RequireOrder(version, request.Happened);
        RequireJourney(version, request.Happened);
        RequireReferral(version, request.Happened);
        RequireClosing(version, request);
    }

    // Of what has a day: no step before the one it follows. The archive may lack days in between.
    private static void RequireOrder(ProgrammeVersion version, IReadOnlyDictionary<MilestoneKind, DateOnly> happened)
    {
        var pairs = version.Milestones.SelectMany(row => row.After.Select(before => (Earlier: before, Later: row.Kind))).Concat(FactDays.Order);
        foreach (var (earlier, later) in pairs)
        {
            if (happened.TryGetValue(earlier, out var first) && happened.TryGetValue(later, out var then) && then < first)
            {
                throw new RefusedException(CaseRefusals.DateBeforeEarlierStep, FieldOf(version, later));
            }
        }
    }

    // Whoever was met had left; and whoever has left is looked for until they have been met.
    private static void RequireJourney(ProgrammeVersion version, IReadOnlyDictionary<MilestoneKind, DateOnly> happened)
    {
        bool Lacks(MilestoneKind kind) => version.Milestones.Any(m => m.Kind == kind) && !happened.ContainsKey(kind);
        if (happened.ContainsKey(MilestoneKind.MetOnArrival) && Lacks(MilestoneKind.Departed))
        {
            throw new RefusedException(CaseRefusals.EarlierDepartureMissing, FieldOf(version, MilestoneKind.Departed));
        }

        if (happened.ContainsKey(MilestoneKind.Closed) && happened.ContainsKey(MilestoneKind.Departed) && Lacks(MilestoneKind.MetOnArrival))
        {
            throw new RefusedException(CaseRefusals.EarlierArrivalMissing, FieldOf(version, MilestoneKind.MetOnArrival));
        }
    }

    // An open case goes on from its referral: who answered it, and for what, rests on it.
    private static void RequireReferral(ProgrammeVersion version, IReadOnlyDictionary<MilestoneKind, DateOnly> happened)
    {
        var answered = happened.ContainsKey(MilestoneKind.ReceiptConfirmed) || happened.ContainsKey(MilestoneKind.SupportAnswered);
        if (answered && !happened.ContainsKey(MilestoneKind.Referred) && !happened.ContainsKey(MilestoneKind.Closed))
        {
            throw new RefusedException(CaseRefusals.EarlierReferralMissing, FieldOf(version, MilestoneKind.Referred));
        }
    }

    private static void RequireClosing(ProgrammeVersion version, EarlierCaseRequest request)
    {
        if (!request.Happened.ContainsKey(MilestoneKind.Closed))
        {
            if (request.Happened.ContainsKey(MilestoneKind.EntitlementsOpened))
            {
                // A day opens no line: what was paid is entered where the lines are opened, so that nothing is paid twice.
                throw new RefusedException(CaseRefusals.EarlierMoneyOpen, FieldOf(version, MilestoneKind.EntitlementsOpened));
            }

            return;
        }

        var ground = request.Ground ?? throw new RefusedException(CaseRefusals.EarlierGroundMissing, "Input.Ground");
        var met = request.Happened.ContainsKey(MilestoneKind.MetOnArrival);
        if (!(met ? AfterArrival : BeforeArrival).Contains(ground))
        {
            throw new RefusedException(CaseRefusals.EarlierGroundUnfit, "Input.Ground");
        }
    }

    // The form has a field for the day of each milestone, in the version's order.
    private static string FieldOf(ProgrammeVersion version, MilestoneKind kind) =>
        $"Input.Days[{version.Milestones.ToList().FindIndex(m => m.Kind == kind)}].On";

    private async Task FillAsync(CaseWork work, CurrentAccount account, EarlierCaseRequest request)
    {
        work.Record(
            new MatterOpened(
                work.Case.Number,
                work.Case.NeutralName,
                work.Case.ProgrammeId,
                account.OrganisationId,
                request.Identity.Pseudonym is not null
            )
        );
        work.Record(new MatterTaken(account.Id));
        await work.AddParticipantAsync(account.OrganisationId, account.Id, Role.RegionalCoordinator, restsOn: null);
        var record = await work.SealAsync(Compartment.Identity, IdentityPayload.Subject, request.Identity, null);
        work.Record(new PersonRecorded(Compartment.Identity, record.Id, record.Version));
        await tokens.WriteAsync(work, request.Identity);
        MinorRule.Notice(work, request.Identity.BirthDate);
        if (!string.IsNullOrWhiteSpace(request.Source))
        {
            var note = await CaseNotes.SealAsync(work, $"{OwnNote.SubjectPrefix}{work.OperationId:N}", new OwnNote(request.Source));
            work.Record(new OwnNoteWritten(note.Id));
        }

        foreach (var row in work.Programme.Milestones)
        {
            if (row.Kind == MilestoneKind.Closed && request.Ground != ClosingGround.Completed)
            {
                // A case that ended on the way keeps the step it had come to.
                continue;
            }

            if (request.Happened.TryGetValue(row.Kind, out var day))
            {
                work.RecordPast(row.Kind, day);
            }
            else if (row.Kind == MilestoneKind.MatterTaken)
            {
                // Whoever enters the case holds it.
                work.RecordPast(row.Kind, work.Today);
            }
        }

        if (request.Happened.TryGetValue(MilestoneKind.Closed, out var closedOn) && request.Ground is { } ground)
        {
            // The day it was closed, from which it is kept; the hour is not known.
            work.Case.ClosedAt = closedOn.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
            work.Case.ClosingGround = ground;
            work.Record(new CaseClosed(ground, ""));
        }
    }
}
