using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>The person's written certificate that the return is voluntary (S1.49): which sentences, in which language, on which sheet.</summary>
internal sealed class VoluntarinessCertificate : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The date on the sheet.</summary>
    public required DateOnly CertifiedOn { get; init; }

    /// <summary>ISO 639 code of the language it was read in.</summary>
    public required string Language { get; init; }

    public required ConsentReading Reading { get; init; }

    /// <summary>The programme version whose sentences they are: a case can be moved to another one.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The certified sentences with the version of their wording, "voluntary.1,informed.1".</summary>
    public required string Wordings { get; init; }

    /// <summary>The scanned sheet, sealed.</summary>
    public required Guid FileId { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}

/// <summary>The interpreter through whom the certificate was read, whom the person accepted. Sealed under Protection.</summary>
internal sealed record CertificateInterpreter(string Name) : ISealedPayload
{
    public const string SubjectPrefix = "certificate.";

    public static string Kind => "certificate-interpreter";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid certificateId) => $"{SubjectPrefix}{certificateId:N}.interpreter";
}

internal sealed class VoluntarinessCertificateMapping : IEntityTypeConfiguration<VoluntarinessCertificate>
{
    public void Configure(EntityTypeBuilder<VoluntarinessCertificate> builder)
    {
        builder.ToTable("voluntariness_certificates").OnlyGrows();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Language).HasMaxLength(3);
        builder.Property(c => c.ProgrammeId).HasMaxLength(40);
        builder.HasIndex(c => new { c.CaseId, c.RecordedAt });
    }
}
