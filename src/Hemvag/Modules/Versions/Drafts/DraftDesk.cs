using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Programmes.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A version's way from a text to a rule: uploaded, tried, submitted by its owner, published by a second person.</summary>
internal sealed class DraftDesk(
    Operations operations,
    ProgrammeCatalogue catalogue,
    OrganisationCatalogue organisations,
    GateBoard gates,
    HemvagDbContext db
)
{
    /// <summary>Time for every node to have looked for it.</summary>
    private static readonly TimeSpan BeforeItRuns = TimeSpan.FromMinutes(10);

    /// <summary>Every error of a text, also those that only this installation knows.</summary>
    public async Task<ProgrammeReading> ReadAsync(string content)
    {
        var reading = ProgrammeFile.ReadDraft(content);
        if (reading.File is not { } file)
        {
            return reading;
        }

        var errors = new List<ProgrammeFileError>();
        if (await db.Set<StoredProgramme>().AnyAsync(stored => stored.ProgrammeId == file.Version.Id))
        {
            errors.Add(new ProgrammeFileError(file.Name, "$.id", $"an id that no version has yet, found \"{file.Version.Id}\""));
        }

        if (!gates.Covers(file.Version.Milestones.SelectMany(row => row.Gates)))
        {
            errors.Add(new ProgrammeFileError(file.Name, "$.milestones", "gates that this program answers for"));
        }

        if (TakenFromCheck.Of(file, catalogue.Versions.Select(version => version.Id)) is { } missing)
        {
            errors.Add(missing);
        }

        if (FirstDayCheck.Of(file, await PublishedAsync(db)) is { } sameDay)
        {
            errors.Add(sameDay);
        }

        errors.AddRange(VersionCodes.Check(file, organisations));
        return errors.Count == 0 ? reading : new ProgrammeReading(null, errors);
    }

    /// <returns>The draft's id: that of the operation, so that a form sent twice leads to the same draft.</returns>
    public async Task<Guid> UploadAsync(CurrentAccount me, Guid operationId, ProgrammeFile file)
    {
        await operations.RunAsync(
            operationId,
            Streams.Programmes,
            "UploadProgrammeDraft",
            me.Actor,
            work =>
            {
                work.Db.Add(
                    new ProgrammeDraft
                    {
                        Id = operationId,
                        ProgrammeId = file.Version.Id,
                        Sha256 = file.Sha256,
                        Content = file.Content,
                        OwnerId = me.Id,
                        UploadedAt = work.Now,
                    }
                );
                work.Record(new ProgrammeDraftUploaded(operationId, file.Version.Id, file.Sha256));
                return Task.CompletedTask;
            }
        );
        return operationId;
    }

    /// <summary>The moves are made again from the first: what was carried is what is published.</summary>
    /// <exception cref="RefusedException">DraftNotCarried, DraftNotYours, DraftEnded; those of <see cref="SandboxCase.Do"/>.</exception>
    public Task SubmitAsync(CurrentAccount me, Guid operationId, Guid draftId, IReadOnlyList<SandboxMove> moves) =>
        ChangeAsync(
            me,
            operationId,
            draftId,
            "SubmitProgrammeDraft",
            (draft, work) =>
            {
                var version = ProgrammeFile.FromStore(draft.ProgrammeId, draft.Content).Version;
                if (!SandboxCase.Replay(version, moves).IsClosed)
                {
                    throw new RefusedException(VersionRefusals.DraftNotCarried);
                }

                work.Record(draft.Submit(me.Id, SandboxMove.Write(moves), work.Now));
                return Task.CompletedTask;
            }
        );

    /// <exception cref="RefusedException">DraftNotYours, DraftEnded.</exception>
    public Task WithdrawAsync(CurrentAccount me, Guid operationId, Guid draftId) =>
        ChangeAsync(
            me,
            operationId,
            draftId,
            "WithdrawProgrammeDraft",
            (draft, work) =>
            {
                work.Record(draft.Withdraw(me.Id, work.Now));
                return Task.CompletedTask;
            }
        );

    /// <summary>From now on the version never changes. Every node knows it within a minute; it runs tomorrow at the earliest.</summary>
    /// <exception cref="RefusedException">DraftYourOwn, DraftNotSubmitted, DraftEnded, DraftInvalid, VersionTooEarly, VersionExists, VersionSameDay.</exception>
    public async Task PublishAsync(CurrentAccount me, Guid operationId, Guid draftId)
    {
        ProgrammeFile? published = null;
        await ChangeAsync(
            me,
            operationId,
            draftId,
            "PublishProgramme",
            async (draft, work) =>
            {
                work.Record(draft.Publish(me.Id, work.Now));
                // The rules may have grown since it was uploaded.
                var file = ProgrammeFile.ReadDraft(draft.Content).File ?? throw new RefusedException(VersionRefusals.DraftInvalid);
                if (VersionCodes.Check(file, organisations).Count > 0)
                {
                    throw new RefusedException(VersionRefusals.DraftInvalid);
                }

                // A node that looks just before midnight knows it only afterwards.
                if (file.Version.RunsFrom <= LocalDates.Today(work.Now + BeforeItRuns, me.Zone))
                {
                    throw new RefusedException(VersionRefusals.VersionTooEarly);
                }

                if (await work.Db.Set<StoredProgramme>().AnyAsync(stored => stored.ProgrammeId == draft.ProgrammeId))
                {
                    throw new RefusedException(ProgrammeRefusals.VersionExists);
                }

                if (FirstDayCheck.Of(file, await PublishedAsync(work.Db)) is not null)
                {
                    throw new RefusedException(VersionRefusals.VersionSameDay);
                }

                work.Db.Add(
                    new StoredProgramme
                    {
                        Id = work.NewId(),
                        ProgrammeId = draft.ProgrammeId,
                        Sha256 = draft.Sha256,
                        Content = draft.Content,
                        ImportedAt = work.Now,
                    }
                );
                published = file;
            }
        );
        if (published is not null)
        {
            catalogue.Include([published]);
        }
    }

    // From the store, where those stand that another node has published a moment ago.
    private static async Task<IReadOnlyList<ProgrammeVersion>> PublishedAsync(HemvagDbContext db)
    {
        var rows = await db.Set<StoredProgramme>().AsNoTracking().Select(stored => new { stored.ProgrammeId, stored.Content }).ToListAsync();
        return [.. rows.Select(row => ProgrammeFile.TryFromStore(row.ProgrammeId, row.Content)?.Version).OfType<ProgrammeVersion>()];
    }

    private Task<bool> ChangeAsync(
        CurrentAccount me,
        Guid operationId,
        Guid draftId,
        string kind,
        Func<ProgrammeDraft, OperationWork, Task> change
    ) =>
        operations.RunAsync(
            operationId,
            Streams.Programmes,
            kind,
            me.Actor,
            async work => await change(await work.Db.Set<ProgrammeDraft>().SingleAsync(draft => draft.Id == draftId), work)
        );
}
