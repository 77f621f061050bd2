using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>Application and risk table sent to IOM Finland inside the system (S1.35, S4.15), and its receipt (S4.16). One for each case.</summary>
internal sealed class Referral : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>IOM Finland.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The signature under the application as it was sent; null where it was sent on paper, before the case was entered here.</summary>
    public required Guid? SignatureId { get; init; }

    /// <summary>Noon of its day where it was sent on paper: the hour is not known.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>Null where it was sent on paper.</summary>
    public required Guid? SentBy { get; init; }

    /// <summary>The last day on which a receipt is in time, at IOM Finland.</summary>
    public required DateOnly ReceiptDueOn { get; set; }

    /// <summary>The day IOM Finland says it was received; null until then.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    public DateTime? ReceiptAt { get; private set; }

    public Guid? ReceiptBy { get; private set; }

    /// <summary>What is sealed about this referral begins with this.</summary>
    public string Subject(string what) => $"referral.{Id:N}.{what}";

    /// <summary>The receipt came on paper, before the case was entered here.</summary>
    public void ReceivedOnPaper(DateOnly receivedOn)
    {
        ReceivedOn = receivedOn;
        ReceiptAt = receivedOn.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
    }

    /// <summary>IOM Finland confirms in writing; the text is sealed beside it.</summary>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly, MilestoneAlreadyReached.</exception>
    public ReceiptGiven Receive(DateOnly receivedOn, DateOnly today, DateOnly sentOn, DateTime now, Guid by)
    {
        if (ReceiptAt is not null)
        {
            throw new RefusedException(Cases.CaseRefusals.MilestoneAlreadyReached);
        }

        if (receivedOn > today)
        {
            throw new RefusedException(Cases.CaseRefusals.DateInFuture, "Receipt.ReceivedOn");
        }

        if (receivedOn < sentOn)
        {
            throw new RefusedException(Cases.CaseRefusals.DateTooEarly, "Receipt.ReceivedOn");
        }

        ReceivedOn = receivedOn;
        ReceiptAt = now;
        ReceiptBy = by;
        return new ReceiptGiven(Id, receivedOn, by);
    }
}

/// <summary>What one side writes to the other about a referral. Sealed under Notes.</summary>
internal sealed record ReferralLetter(string Text) : ISealedPayload
{
    public static string Kind => "referral-letter";

    public static int SchemaVersion => 1;
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.CaseId).IsUnique();
    }
}
