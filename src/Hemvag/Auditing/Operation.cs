using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Auditing;

/// <summary>One thing someone set out to do, chained to the one before it in the same stream.</summary>
internal sealed class Operation
{
    /// <summary>Made by the form that asked for it, so that a second submit is the same operation.</summary>
    public required Guid Id { get; init; }

    /// <summary>See <see cref="Streams"/>.</summary>
    public required string Stream { get; init; }

    /// <summary>1, 2, 3 … within the stream, without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>What was set out to do, as a word of the program ("EligibilityDecided").</summary>
    public required string Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Digests of the rows this operation wrote, in canonical form.</summary>
    public required byte[] Rows { get; init; }

    /// <summary>Version of the chain key.</summary>
    public required int KeyVersion { get; init; }

    /// <summary>HMAC over the one before and everything above, with the events.</summary>
    public required byte[] Mac { get; init; }

    public List<OperationEvent> Events { get; init; } = [];
}

/// <summary>One event of an operation.</summary>
internal sealed class OperationEvent
{
    public required Guid OperationId { get; init; }

    /// <summary>0, 1, 2 … within the operation.</summary>
    public required int Ordinal { get; init; }

    public required string Kind { get; init; }

    public required int Schema { get; init; }

    /// <summary>The event's fields as JSON. No personal data.</summary>
    public required string Data { get; init; }
}

/// <summary>Where a stream ends: how many operations it has and the last one's MAC.</summary>
internal sealed class StreamHead
{
    public required string Stream { get; init; }

    public required long Count { get; set; }

    public required byte[] Mac { get; set; }
}

internal sealed class OperationMapping
    : IEntityTypeConfiguration<Operation>,
        IEntityTypeConfiguration<OperationEvent>,
        IEntityTypeConfiguration<StreamHead>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations").OnlyGrows();
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Stream).HasMaxLength(80);
        builder.Property(o => o.Kind).HasMaxLength(80);
        builder.Property(o => o.ActorName).HasMaxLength(120);
        builder.HasIndex(o => new { o.Stream, o.Version }).IsUnique();
        builder.HasIndex(o => o.At);
        builder.HasIndex(o => new { o.Kind, o.At });
        builder.HasMany(o => o.Events).WithOne().HasForeignKey(e => e.OperationId);
    }

    public void Configure(EntityTypeBuilder<OperationEvent> builder)
    {
        builder.ToTable("operation_events").OnlyGrows();
        builder.HasKey(e => new { e.OperationId, e.Ordinal });
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.Data).HasMaxLength(8000);
    }

    public void Configure(EntityTypeBuilder<StreamHead> builder)
    {
        builder.ToTable("stream_heads");
        builder.HasKey(h => h.Stream);
        builder.Property(h => h.Stream).HasMaxLength(80);
        // The head serialises writes to a stream: two operations cannot take the same version.
        builder.Property(h => h.Count).IsConcurrencyToken();
    }
}
