using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Matching;

/// <summary>Why someone asks (closed list, not from the seeds).</summary>
internal enum MetReason
{
    /// <summary>The person says that they have had support before.</summary>
    PersonSaysSo,

    /// <summary>Before a decision: support is given once.</summary>
    BeforeDecision,

    /// <summary>Someone may act in the person's name, or under several names.</summary>
    IdentityUnclear,

    /// <summary>The person may be known elsewhere as exposed, and in danger.</summary>
    Safety,
}

/// <summary>What the tokens say. Shown to the arbiter alone.</summary>
internal enum MetOutcome
{
    No,

    /// <summary>A name is alike, with the same year of birth.</summary>
    Maybe,

    /// <summary>Name with year of birth, phone or document number are the same.</summary>
    Yes,
}

/// <summary>What the one who asked is told. None of the words says whether there is another case.</summary>
internal enum MetAnswer
{
    /// <summary>Go on with the case as it stands.</summary>
    GoOn,

    /// <summary>The arbiter will be in touch with the one who asked.</summary>
    ArbiterWillCall,

    /// <summary>The arbiter will be in touch with the person, if the person wants that.</summary>
    AskThePerson,
}

/// <summary>One question "have we met?", asked in a case and answered by the arbiter.</summary>
internal sealed class MetQuestion : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public required MetReason Reason { get; init; }

    /// <summary>The account that was arbiter then; nobody else is shown the outcome.</summary>
    public required Guid ArbiterId { get; set; }

    public required MetOutcome Outcome { get; init; }

    public DateTime? AnsweredAt { get; set; }

    public MetAnswer? Answer { get; set; }

    /// <exception cref="RefusedException">MetAlreadyAnswered.</exception>
    public MetQuestionAnswered AnswerWith(MetAnswer answer, DateTime now)
    {
        if (AnsweredAt is not null)
        {
            throw new RefusedException(MatchingRefusals.MetAlreadyAnswered);
        }

        AnsweredAt = now;
        Answer = answer;
        return new MetQuestionAnswered(Id, answer);
    }
}

/// <summary>Who answers questions "have we met?" from a moment on; the newest row counts.</summary>
internal sealed class ArbiterNaming : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime NamedAt { get; init; }

    public required Guid NamedBy { get; init; }

    public string ChainStream => Streams.System;
}

internal sealed class MatchingMapping : IEntityTypeConfiguration<MetQuestion>, IEntityTypeConfiguration<ArbiterNaming>
{
    public void Configure(EntityTypeBuilder<MetQuestion> builder)
    {
        builder.ToTable("met_questions");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.HasIndex(q => q.CaseId);
        builder.HasIndex(q => new { q.ArbiterId, q.AnsweredAt });
    }

    public void Configure(EntityTypeBuilder<ArbiterNaming> builder)
    {
        builder.ToTable("arbiter_namings").OnlyGrows();
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.ChainStream);
        builder.HasIndex(n => n.NamedAt);
    }
}
