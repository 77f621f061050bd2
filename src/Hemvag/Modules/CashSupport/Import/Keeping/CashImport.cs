using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>Where an import stands.</summary>
internal enum CashImportState
{
    /// <summary>Read and looked at; nothing of it is entered.</summary>
    Uploaded,

    /// <summary>Decisions are being entered.</summary>
    Running,

    /// <summary>Everything that could be entered is; bad rows are left to correct.</summary>
    Worked,

    /// <summary>What the rows held is gone; that they were, and what became of them, stands.</summary>
    Ended,
}

/// <summary>
/// A file of decisions that an officer of Migrationsverket uploaded. The file itself is not kept: each decision's rows are sealed under keys
/// of the import's own, which are destroyed when it has ended.
/// </summary>
internal sealed class CashImport : IChainedRow
{
    /// <summary>After so long what is left is destroyed, whatever has become of it: the decisions are Migrationsverket's and stand there. Not from the seeds.</summary>
    public const int DaysKept = 30;

    /// <summary>Also the owner of its keys and of its openings.</summary>
    public required Guid Id { get; init; }

    /// <summary>"Import 2026-0003".</summary>
    public required string Number { get; init; }

    public required DateTime UploadedAt { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Who reads and enters it; a colleague takes it over when they have left.</summary>
    public required Guid OfficerId { get; set; }

    /// <summary>Persons in the file; the rows of all states together are as many.</summary>
    public required int Rows { get; init; }

    public required int Decisions { get; init; }

    /// <summary>The last day that what the rows hold can be read.</summary>
    public required DateOnly KeptUntil { get; init; }

    public CashImportState State { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string ChainStream => Streams.CashImport(Id);

    /// <param name="isWorkedOn">The work on it lives; work that was given up is begun again.</param>
    /// <exception cref="RefusedException">ImportHasEnded, ImportRuns, ImportNotYours.</exception>
    public CashImportStarted Start(Guid by, DateTime now, int decisions, bool isWorkedOn)
    {
        RequireOfficer(by);
        RequireLiving();
        if (State == CashImportState.Running && isWorkedOn)
        {
            throw new RefusedException(CashImportRefusals.ImportRuns);
        }

        if (decisions == 0)
        {
            throw new RefusedException(CashImportRefusals.ImportNothingReady);
        }

        State = CashImportState.Running;
        StartedAt ??= now;
        return new CashImportStarted(decisions);
    }

    /// <summary>Nothing more can be entered: all of it is, or what is left is bad.</summary>
    public void Finish()
    {
        if (State == CashImportState.Running)
        {
            State = CashImportState.Worked;
        }
    }

    /// <summary>Who started it works there no more: it waits for a colleague.</summary>
    public CashImportPaused Pause()
    {
        State = CashImportState.Uploaded;
        return new CashImportPaused(OfficerId);
    }

    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded.</exception>
    public CashImportTakenOver TakeOver(Guid by, Guid from, bool officerHasLeft)
    {
        RequireLiving();
        if (from != OrganisationId || !officerHasLeft)
        {
            throw new RefusedException(CashImportRefusals.ImportNotYours);
        }

        OfficerId = by;
        return new CashImportTakenOver(by);
    }

    /// <param name="by">Null when its last day has passed, or when nothing is left in it.</param>
    /// <param name="skipped">Rows that were never entered and never will be from here.</param>
    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded.</exception>
    public CashImportEnded End(Guid? by, DateTime now, int skipped)
    {
        if (by is { } officer)
        {
            RequireOfficer(officer);
        }

        RequireLiving();
        State = CashImportState.Ended;
        EndedAt = now;
        return new CashImportEnded(by, skipped);
    }

    private void RequireOfficer(Guid by)
    {
        if (by != OfficerId)
        {
            throw new RefusedException(CashImportRefusals.ImportNotYours);
        }
    }

    private void RequireLiving()
    {
        if (State == CashImportState.Ended)
        {
            throw new RefusedException(CashImportRefusals.ImportHasEnded);
        }
    }
}
