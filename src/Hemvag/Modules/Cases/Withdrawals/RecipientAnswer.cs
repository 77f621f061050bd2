using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.Withdrawals;

/// <summary>What a past recipient has done with what it had.</summary>
internal enum RecipientAnswerKind
{
    Deleted,

    /// <summary>Kept, and used for nothing more (GDPR article 18).</summary>
    Restricted,

    /// <summary>Kept because the law asks for it; <see cref="KeptUnder"/> says which.</summary>
    Kept,
}

/// <summary>The legal ground under which something is kept after a withdrawal (domain-facts §4.8).</summary>
internal enum KeptUnder
{
    /// <summary>Arkivlagen (1990:782).</summary>
    ArchiveLaw,

    /// <summary>The social services' duty to document (SoL 14:3).</summary>
    SocialServicesDocumentation,

    /// <summary>Receipts and payments (bokföringslagen; the organisation's own financial rules).</summary>
    Bookkeeping,
}

/// <summary>
/// The person has taken a consent back, or narrowed it: an organisation that had been let in is asked what it has done with what it has.
/// Asked until it has answered.
/// </summary>
internal sealed class RecipientAnswer : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ConsentId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>What the consent no longer lets it see.</summary>
    public required Compartment Compartments { get; init; }

    /// <summary>Who is asked there.</summary>
    public required Role Role { get; init; }

    /// <summary>The one whose own case it was; null: whoever holds the role.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    public RecipientAnswerKind? Answer { get; private set; }

    public KeptUnder? KeptUnder { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <param name="under">Needed when it is kept, and only then.</param>
    /// <exception cref="RefusedException">AnswerGiven, KeptUnderMissing.</exception>
    public RecipientAnswered Give(RecipientAnswerKind answer, KeptUnder? under, Guid by, DateTime now)
    {
        if (AnsweredAt is not null)
        {
            throw new RefusedException(CaseRefusals.AnswerGiven);
        }

        if (answer == RecipientAnswerKind.Kept != under is not null)
        {
            throw new RefusedException(CaseRefusals.KeptUnderMissing, "Under");
        }

        (Answer, KeptUnder, AnsweredBy, AnsweredAt) = (answer, under, by, now);
        return new RecipientAnswered(Id, OrganisationId, answer, under);
    }
}

internal sealed record RecipientAsked(Guid AnswerId, Guid ConsentId, Guid OrganisationId, Compartment Compartments, DateOnly DueOn) : IEvent;

internal sealed record RecipientAnswered(Guid AnswerId, Guid OrganisationId, RecipientAnswerKind Answer, KeptUnder? Under) : IEvent;

/// <param name="Waited">Days since it was due.</param>
internal sealed record RecipientChased(Guid AnswerId, Guid OrganisationId, int Waited) : IEvent;

internal sealed class RecipientAnswerMapping : IEntityTypeConfiguration<RecipientAnswer>
{
    public void Configure(EntityTypeBuilder<RecipientAnswer> builder)
    {
        builder.ToTable("recipient_answers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Compartments).HasConversion<int>();
        builder.HasIndex(a => a.CaseId);
        builder.HasIndex(a => new { a.OrganisationId, a.AnsweredAt });
    }
}
