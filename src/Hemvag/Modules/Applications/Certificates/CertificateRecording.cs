using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>A certificate as it is recorded.</summary>
/// <param name="Language">ISO 639 code of the language it was read in.</param>
/// <param name="Interpreter">Name of the interpreter it was read through; null when it was read in a reviewed text.</param>
/// <param name="InterpreterAccepted">True when the person accepts that interpreter.</param>
/// <param name="Declarations">Ids of the sentences on the sheet that the person has signed.</param>
internal sealed record CertificateRequest(
    DateOnly CertifiedOn,
    string Language,
    string? Interpreter,
    bool InterpreterAccepted,
    IReadOnlyList<string> Declarations
);

/// <summary>Records the written certificate of voluntariness with its scanned sheet (S1.49).</summary>
internal sealed class CertificateRecording(CaseOperations operations, CaseFiles files)
{
    /// <summary>The sentence without which it is no certificate.</summary>
    public const string Voluntary = DeclarationWording.Voluntary;

    /// <exception cref="RefusedException">
    /// DateInFuture, DateTooEarly, LanguageUnknown, TextNotReviewed, InterpreterNotAccepted, VoluntarinessNotCertified, CertificateSheetMissing; those of files.
    /// </exception>
    public Task RecordAsync(CaseHandle handle, Guid operationId, CertificateRequest request, UploadedFile? sheet) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordVoluntariness",
            OperationNature.Fact,
            async work =>
            {
                Require(work, request);
                var upload = sheet ?? throw new RefusedException(ApplicationRefusals.CertificateSheetMissing, "Input.Sheet");
                var file = await files.AddAsync(work, Compartment.Protection, CertificateSheets.Subject, upload, "Input.Sheet");
                await AddAsync(work, request, file.Id, handle.Account.Id);
            }
        );

    public static Task<VoluntarinessCertificate?> NewestAsync(HemvagDbContext db, Guid caseId) =>
        NewestFirst(db).FirstOrDefaultAsync(c => c.CaseId == caseId);

    /// <summary>Of every case.</summary>
    public static IQueryable<VoluntarinessCertificate> NewestFirst(HemvagDbContext db) =>
        db.Set<VoluntarinessCertificate>().AsNoTracking().OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id);

    private static async Task AddAsync(CaseWork work, CertificateRequest request, Guid fileId, Guid by)
    {
        var certificate = new VoluntarinessCertificate
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            CertifiedOn = request.CertifiedOn,
            Language = request.Language,
            Reading = request.Interpreter is null ? ConsentReading.ReviewedText : ConsentReading.ThroughInterpreter,
            ProgrammeId = work.Programme.Id,
            Wordings = WordingsOf(work, request.Declarations),
            FileId = fileId,
            RecordedAt = work.Now,
            RecordedBy = by,
        };
        work.Db.Add(certificate);
        if (request.Interpreter is { } interpreter)
        {
            var subject = CertificateInterpreter.SubjectOf(certificate.Id);
            await work.SealAsync(Compartment.Protection, subject, new CertificateInterpreter(interpreter), null);
        }

        work.Record(
            new VoluntarinessRecorded(
                certificate.Id,
                certificate.CertifiedOn,
                certificate.Language,
                certificate.Reading,
                certificate.Wordings,
                fileId
            )
        );
        if (!work.Reached.Contains(MilestoneKind.VoluntarinessCertified))
        {
            await work.ReachAsync(MilestoneKind.VoluntarinessCertified, request.CertifiedOn);
        }
    }

    private static string WordingsOf(CaseWork work, IReadOnlyList<string> signed) =>
        string.Join(',', work.Programme.Declarations.Where(d => signed.Contains(d.Id)).Select(d => $"{d.Id}.{d.Version}"));

    private static void Require(CaseWork work, CertificateRequest request)
    {
        work.Days.Require(request.CertifiedOn, "Input.CertifiedOn");
        if (!SpokenLanguages.Has(request.Language))
        {
            throw new RefusedException(ApplicationRefusals.LanguageUnknown, "Input.Language");
        }

        if (request.Interpreter is null && !ReviewedLanguages.Has(request.Language))
        {
            throw new RefusedException(ApplicationRefusals.TextNotReviewed, "Input.Interpreter");
        }

        if (request.Interpreter is not null && !request.InterpreterAccepted)
        {
            throw new RefusedException(ApplicationRefusals.InterpreterNotAccepted, "Input.InterpreterAccepted");
        }

        if (!request.Declarations.Contains(Voluntary))
        {
            throw new RefusedException(ApplicationRefusals.VoluntarinessNotCertified, "Input.Declarations");
        }
    }
}
