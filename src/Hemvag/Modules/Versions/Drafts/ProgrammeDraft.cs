using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>
/// A version on its way: uploaded by its owner, carried through an invented case, submitted, and published by somebody else. Its content never
/// changes; another content is another draft.
/// </summary>
internal sealed class ProgrammeDraft : IChainedRow
{
    public required Guid Id { get; init; }

    public required string ProgrammeId { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal: what was tried is what is published.</summary>
    public required string Sha256 { get; init; }

    public required string Content { get; init; }

    public required Guid OwnerId { get; init; }

    public required DateTime UploadedAt { get; init; }

    public DraftState State { get; private set; }

    /// <summary>The moves that carried the invented case to its end; empty until it was submitted.</summary>
    public string Moves { get; private set; } = "";

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Who published it, or took it back.</summary>
    public Guid? EndedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string ChainStream => Streams.Programmes;

    public bool IsOpen => State is DraftState.Open or DraftState.Submitted;

    /// <exception cref="RefusedException">DraftNotYours, DraftEnded.</exception>
    public ProgrammeDraftSubmitted Submit(Guid by, string moves, DateTime now)
    {
        RequireOwn(by);
        Require(IsOpen, VersionRefusals.DraftEnded);
        State = DraftState.Submitted;
        Moves = moves;
        SubmittedAt = now;
        return new ProgrammeDraftSubmitted(Id, ProgrammeId, Sha256, moves);
    }

    /// <exception cref="RefusedException">DraftNotYours, DraftEnded.</exception>
    public ProgrammeDraftWithdrawn Withdraw(Guid by, DateTime now)
    {
        RequireOwn(by);
        Require(IsOpen, VersionRefusals.DraftEnded);
        End(DraftState.Withdrawn, by, now);
        return new ProgrammeDraftWithdrawn(Id, ProgrammeId);
    }

    /// <exception cref="RefusedException">DraftYourOwn, DraftEnded, DraftNotSubmitted.</exception>
    public ProgrammePublished Publish(Guid by, DateTime now)
    {
        Require(by != OwnerId, VersionRefusals.DraftYourOwn);
        Require(IsOpen, VersionRefusals.DraftEnded);
        Require(State == DraftState.Submitted, VersionRefusals.DraftNotSubmitted);
        End(DraftState.Published, by, now);
        return new ProgrammePublished(Id, ProgrammeId, Sha256, OwnerId);
    }

    private void End(DraftState state, Guid by, DateTime now)
    {
        State = state;
        EndedBy = by;
        EndedAt = now;
    }

    private void RequireOwn(Guid by) => Require(by == OwnerId, VersionRefusals.DraftNotYours);

    private static void Require(bool holds, Refusal refusal)
    {
        if (!holds)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>Where a draft stands.</summary>
internal enum DraftState
{
    /// <summary>Uploaded; its owner tries it.</summary>
    Open,

    /// <summary>Tried to the end; waits for a second person.</summary>
    Submitted,

    Published,

    Withdrawn,
}

internal sealed class ProgrammeDraftMapping : IEntityTypeConfiguration<ProgrammeDraft>
{
    public void Configure(EntityTypeBuilder<ProgrammeDraft> builder)
    {
        builder.ToTable("programme_drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.ProgrammeId).HasMaxLength(40);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.Content).HasMaxLength(2_000_000);
        builder.Property(d => d.Moves).HasMaxLength(40_000);
        builder.Ignore(d => d.ChainStream);
        builder.Ignore(d => d.IsOpen);
        builder.HasIndex(d => d.State);
    }
}
