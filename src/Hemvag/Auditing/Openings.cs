using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Auditing;

/// <summary>One act of reading compartments: who, why, from when until when.</summary>
internal sealed class Opening : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required Compartment Compartments { get; init; }

    /// <summary>The task it served: a word of the program, not free text.</summary>
    public required string Purpose { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required DateTime ClosesAt { get; init; }

    public string ChainStream => Streams.Openings(CaseId);
}

/// <summary>An opening that was closed by hand before its ten minutes were over.</summary>
internal sealed class OpeningClosed : IChainedRow
{
    /// <summary>The opening's id.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTime ClosedAt { get; init; }

    public string ChainStream => Streams.Openings(CaseId);
}

internal sealed record CompartmentsOpened(Guid OpeningId, Compartment Compartments, string Purpose) : IEvent;

internal sealed record CompartmentsClosed(Guid OpeningId) : IEvent;

internal sealed class OpeningMapping : IEntityTypeConfiguration<Opening>, IEntityTypeConfiguration<OpeningClosed>
{
    public void Configure(EntityTypeBuilder<Opening> builder)
    {
        builder.ToTable("openings").OnlyGrows();
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Compartments).HasConversion<int>();
        builder.Property(o => o.Purpose).HasMaxLength(80);
        builder.Property(o => o.AccountName).HasMaxLength(120);
        builder.Ignore(o => o.ChainStream);
        builder.HasIndex(o => new
        {
            o.CaseId,
            o.AccountId,
            o.ClosesAt,
        });
        builder.HasIndex(o => new { o.AccountId, o.OpenedAt });
    }

    public void Configure(EntityTypeBuilder<OpeningClosed> builder)
    {
        builder.ToTable("openings_closed").OnlyGrows();
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Ignore(o => o.ChainStream);
        builder.HasIndex(o => o.CaseId);
    }
}

/// <summary>Opens compartments for ten minutes; the record of it is saved before anything is shown, in a chain of its own.</summary>
internal sealed class Openings(Operations operations)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <param name="also">What else belongs to the same act, in the same save.</param>
    /// <returns>False when this very opening was done before.</returns>
    public Task<bool> OpenAsync(
        Guid operationId,
        Guid caseId,
        Actor actor,
        Compartment compartments,
        string purpose,
        Func<OperationWork, Task>? also = null
    ) =>
        operations.RunAsync(
            operationId,
            Streams.Openings(caseId),
            "OpenCompartments",
            actor,
            work =>
            {
                var opening = new Opening
                {
                    Id = work.NewId(),
                    CaseId = caseId,
                    AccountId = actor.AccountId ?? throw new InvalidOperationException("Only a person opens."),
                    AccountName = actor.Name,
                    Compartments = compartments,
                    Purpose = purpose,
                    OpenedAt = work.Now,
                    ClosesAt = work.Now + Lasts,
                };
                work.Db.Add(opening);
                work.Record(new CompartmentsOpened(opening.Id, compartments, purpose));
                return also?.Invoke(work) ?? Task.CompletedTask;
            }
        );

    public Task CloseAsync(Guid operationId, Guid caseId, Actor actor) =>
        operations.RunAsync(
            operationId,
            Streams.Openings(caseId),
            "CloseCompartments",
            actor,
            async work =>
            {
                var live = await Live(work.Db, caseId, actor.AccountId!.Value, work.Now).Select(o => o.Id).ToListAsync();
                foreach (var id in live)
                {
                    work.Db.Add(
                        new OpeningClosed
                        {
                            Id = id,
                            CaseId = caseId,
                            ClosedAt = work.Now,
                        }
                    );
                    work.Record(new CompartmentsClosed(id));
                }

                if (live.Count == 0)
                {
                    work.Record(new CompartmentsClosed(Guid.Empty));
                }
            }
        );

    /// <summary>What live openings of one account in one case give together; null when there are none.</summary>
    /// <param name="live">Rows of <see cref="Live"/>, as read now.</param>
    public static OpenedCompartment? Together(IReadOnlyCollection<Opening> live) =>
        live.Count == 0
            ? null
            : new OpenedCompartment(
                live.First().CaseId,
                live.Aggregate(Compartment.None, (all, o) => all | o.Compartments),
                live.Max(o => o.OpenedAt),
                // Several openings close together with the first, so that nothing stays open longer than it was opened for.
                live.Min(o => o.ClosesAt)
            );

    /// <summary>What the account has open in the case now.</summary>
    public static IQueryable<Opening> Live(HemvagDbContext db, Guid caseId, Guid accountId, DateTime now) =>
        db.Set<Opening>()
            .AsNoTracking()
            .Where(o => o.CaseId == caseId && o.AccountId == accountId && o.ClosesAt > now)
            .Where(o => !db.Set<OpeningClosed>().Any(c => c.Id == o.Id));
}
