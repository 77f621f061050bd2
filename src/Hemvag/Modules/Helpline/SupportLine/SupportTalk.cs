using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>One consultation on the national support line (S1.38): closed choices, no personal data, no text.</summary>
internal sealed class SupportTalk : IChainedRow
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required SupportAsker Asker { get; init; }

    /// <summary>As in the catalogue; the region follows from it. Null when it was not said.</summary>
    public required string? CountyCode { get; init; }

    public required SupportTopic Topic { get; init; }

    public required TalkLength Length { get; init; }

    public required SupportReferral Referral { get; init; }

    /// <summary>Who answered: national coordination, or a region.</summary>
    public required Guid OrganisationId { get; init; }

    public required Guid LoggedBy { get; init; }

    public required DateTime LoggedAt { get; init; }

    public string ChainStream => Streams.SupportLine;

    public SupportTalkLogged Logged() => new(Id, Day, Asker, CountyCode, Topic, Length, Referral);
}

/// <summary>A row that was taken back. Its id is the talk's, so that none is taken back twice.</summary>
internal sealed class SupportReversal : IChainedRow
{
    public required Guid Id { get; init; }

    public required LogReversalReason Reason { get; init; }

    public required Guid TakenBackBy { get; init; }

    public required DateTime TakenBackAt { get; init; }

    public string ChainStream => Streams.SupportLine;
}

internal sealed class SupportMapping : IEntityTypeConfiguration<SupportTalk>, IEntityTypeConfiguration<SupportReversal>
{
    public void Configure(EntityTypeBuilder<SupportTalk> builder)
    {
        builder.ToTable("support_talks").OnlyGrows();
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.CountyCode).HasMaxLength(2);
        builder.Ignore(t => t.ChainStream);
        builder.HasIndex(t => t.Day);
        builder.HasIndex(t => new { t.OrganisationId, t.Day });
    }

    public void Configure(EntityTypeBuilder<SupportReversal> builder)
    {
        builder.ToTable("support_reversals").OnlyGrows();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.ChainStream);
    }
}
