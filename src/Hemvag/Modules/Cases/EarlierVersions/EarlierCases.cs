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
    /// <summary>The versions under which no case starts on the day, newest first.</summary>
    public IReadOnlyList<ProgrammeVersion> Versions(DateOnly today) =>
        [.. programmes.Versions.Where(v => v.RunsUntil < today).OrderByDescending(v => v.RunsFrom)];

    /// <returns>The id of the case; the same id when the same form comes twice.</returns>
    /// <exception cref="RefusedException">VersionNotEarlier, FirstContactDayMissing, DateOutsideVersion, DateInFuture, DateNotInOrder, NameMissing.</exception>
    public async Task<Guid> OpenAsync(CurrentAccount account, Guid operationId, EarlierCaseRequest request)
    {
        var caseId = CaseIds.From(operationId);
        await operations.OpenAsync(
            account,
            operationId,
            caseId,
            "OpenEarlierCase",
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

        if (work.Reached.Contains(MilestoneKind.Closed))
        {
            work.Case.ClosedAt = work.Now;
            work.Case.ClosingGround = ClosingGround.Completed;
            work.Record(new CaseClosed(ClosingGround.Completed, ""));
        }
    }
}
