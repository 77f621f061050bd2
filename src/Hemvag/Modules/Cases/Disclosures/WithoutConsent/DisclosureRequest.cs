using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <summary>
/// Something is to be disclosed without the person's consent, on a named ground: one asks and says why (sealed), a second person decides,
/// and only then it is handed over. It opens nothing in the system.
/// </summary>
internal sealed class DisclosureRequest : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>To whom.</summary>
    public required Guid OrganisationId { get; init; }

    public required DisclosureGround Ground { get; init; }

    public required Compartment Compartments { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>The second person.</summary>
    public required Guid ReviewerId { get; init; }

    /// <summary>The second person saw the case for this alone: their sight ends with the decision.</summary>
    public bool ReviewerLetIn { get; set; }

    /// <summary>Null while it waits.</summary>
    public bool? Approved { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? HandedOverAt { get; private set; }

    /// <exception cref="RefusedException">DisclosureDecided, DisclosureNotYours.</exception>
    public DisclosureRequestDecided Decide(Guid by, bool approved, DateTime now)
    {
        if (Approved is not null)
        {
            throw new RefusedException(CaseRefusals.DisclosureDecided);
        }

        if (by != ReviewerId || by == AskedBy)
        {
            throw new RefusedException(CaseRefusals.DisclosureNotYours);
        }

        (Approved, DecidedAt) = (approved, now);
        return new DisclosureRequestDecided(Id, approved);
    }

    /// <exception cref="RefusedException">DisclosureNotApproved, DisclosureHandedOver.</exception>
    public void HandOver(DateTime now)
    {
        if (Approved != true)
        {
            throw new RefusedException(CaseRefusals.DisclosureNotApproved);
        }

        if (HandedOverAt is not null)
        {
            throw new RefusedException(CaseRefusals.DisclosureHandedOver);
        }

        HandedOverAt = now;
    }
}

internal sealed record DisclosureRequested(Guid RequestId, Guid OrganisationId, DisclosureGround Ground, Compartment Compartments, Guid ReviewerId)
    : IEvent;

internal sealed record DisclosureRequestDecided(Guid RequestId, bool Approved) : IEvent;

/// <summary>Why it is needed and why consent is not asked for. Sealed under Protection.</summary>
internal sealed record DisclosureReason(string Reason) : ISealedPayload
{
    public const string SubjectPrefix = "disclosure.";

    public static string Kind => "disclosure-reason";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id:N}";
}

internal sealed class DisclosureRequestMapping : IEntityTypeConfiguration<DisclosureRequest>
{
    public void Configure(EntityTypeBuilder<DisclosureRequest> builder)
    {
        builder.ToTable("disclosure_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Compartments).HasConversion<int>();
        builder.HasIndex(r => r.CaseId);
    }
}
